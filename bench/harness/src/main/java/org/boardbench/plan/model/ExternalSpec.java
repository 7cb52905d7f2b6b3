package org.boardbench.plan.model;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.boardbench.core.RedactedUrl;

/**
 * A server that someone else started.
 *
 * @param protocol the name of what it speaks
 * @param headers extra headers of the opening handshake
 * @param trust which certificates it may show; means nothing where {@code url} is {@code ws://}
 * @param template of the protocol {@code template}; empty for any other
 */
public record ExternalSpec(
    URI url,
    String protocol,
    Map<String, String> headers,
    TrustSpec trust,
    Optional<TemplateSpec> template) {
  public ExternalSpec {
    headers = Map.copyOf(headers);
  }

  /** Without what may be a secret. */
  @Override
  public String toString() {
    return RedactedUrl.of(url.toString()) + " (" + protocol + ")";
  }
}
