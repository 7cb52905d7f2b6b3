package org.boardbench.plan;

import java.util.List;
import java.util.Optional;

/**
 * A server that someone else started, as typed.
 *
 * @param url {@code --url}
 * @param protocol {@code --protocol}
 * @param headers the values of {@code --header}: {@code Name: value}
 * @param trust {@code --cacert} and {@code --insecure}
 */
public record ExternalOptions(
    String url, Optional<String> protocol, List<String> headers, TrustOptions trust) {
  public ExternalOptions {
    headers = List.copyOf(headers);
  }
}
