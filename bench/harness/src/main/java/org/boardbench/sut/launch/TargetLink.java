package org.boardbench.sut.launch;

import java.util.List;
import java.util.Optional;
import org.boardbench.sut.link.Relay;

/**
 * What is between the server and the driver, or a companion, as something that can be made to fail.
 *
 * @param ports of 127.0.0.1; every packet between the two goes to one of them, or comes from it
 * @param relay through which all goes; empty where none was asked for
 */
public record TargetLink(List<Integer> ports, Optional<Relay> relay) {
  public TargetLink {
    ports = List.copyOf(ports);
  }
}
