package org.boardbench.cli;

import java.util.Iterator;
import org.boardbench.protocol.Protocols;

/** What {@code --protocol} may be. */
final class ProtocolNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Protocols.names().iterator();
  }
}
