package org.boardbench.view.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client asks for; it has no body.
 *
 * @param method as it was sent
 * @param path without its query; begins with a slash
 * @param headers by name in lower case
 * @param staysOpen whether the connection may have another request afterwards
 */
public record WebRequest(
    String method, String path, Map<String, String> headers, boolean staysOpen) {
  private static final Pattern HOST =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  public WebRequest {
    headers = Map.copyOf(headers);
  }

  /**
   * The value of a header; empty where there is none.
   *
   * @param name in lower case
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Whether only the beginning of the answer is wanted. */
  public boolean isHead() {
    return method.equals("HEAD");
  }

  /**
   * Whether it names this machine as a browser here does. A page from elsewhere whose name was made
   * to point at 127.0.0.1 (DNS rebinding) has its own name there.
   */
  public boolean isForLoopback() {
    return header("host").map(HOST::matcher).map(Matcher::matches).orElse(false);
  }

  /** Whether a browser says that another site's page asks. */
  public boolean isFromAnotherSite() {
    return header("sec-fetch-site").map(site -> !OWN_SITES.contains(site)).orElse(false);
  }
}
