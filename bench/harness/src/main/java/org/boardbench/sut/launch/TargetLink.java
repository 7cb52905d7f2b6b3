package org.boardbench.sut.launch;

import java.util.List;
import org.boardbench.sut.link.Relay;

/**
 * What is between the server and the driver, or a companion, as something that can be made to fail.
 *
 * @param ports of 127.0.0.1; every packet between the two goes to one of them, or comes from it
 * @param relays through which all goes; none where none were asked for
 */
public record TargetLink(List<Integer> ports, List<Relay> relays) {
  public TargetLink {
    ports = List.copyOf(ports);
    relays = List.copyOf(relays);
  }
}
