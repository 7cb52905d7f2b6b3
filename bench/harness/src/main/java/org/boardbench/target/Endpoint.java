package org.boardbench.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.util.Map;

/**
 * Where virtual users connect.
 *
 * @param uri {@code ws://} or {@code wss://}
 * @param headers extra headers of the opening handshake
 */
public record Endpoint(URI uri, Map<String, String> headers) {
  public Endpoint {
    headers = Map.copyOf(headers);
  }

  /** Whether the host is an address of this machine. Looks the name up. */
  public boolean isOnThisMachine() {
    try {
      InetAddress address = InetAddress.getByName(uri.getHost());
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (IOException unknown) {
      return false;
    }
  }
}
