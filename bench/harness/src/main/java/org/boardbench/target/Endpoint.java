package org.boardbench.target;

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
}
