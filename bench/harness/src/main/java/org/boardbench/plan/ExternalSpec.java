package org.boardbench.plan;

import java.net.URI;
import java.util.Map;

/**
 * A server that someone else started.
 *
 * @param protocol {@code raw} or {@code stomp}
 * @param headers extra headers of the opening handshake
 */
public record ExternalSpec(URI url, String protocol, Map<String, String> headers) {
  public ExternalSpec {
    headers = Map.copyOf(headers);
  }
}
