package org.boardbench.plan;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code --url}, {@code --protocol} and {@code --header}. */
final class ExternalReader {
  private static final Set<String> PROTOCOLS = Set.of("raw", "stomp");
  // A header's name is a token of RFC 9110; its value must not break out of its line.
  private static final Pattern HEADER =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([^\\r\\n]*)");

  private final Problems problems;

  ExternalReader(Problems problems) {
    this.problems = problems;
  }

  Optional<ExternalSpec> read(ExternalOptions options) {
    Optional<URI> url = url(options.url());
    String protocol = options.protocol().orElse(Defaults.PROTOCOL);
    if (!PROTOCOLS.contains(protocol)) {
      problems.add("--protocol", "must be raw or stomp, was " + protocol);
    }
    Map<String, String> headers = headers(options.headers());
    return url.map(uri -> new ExternalSpec(uri, protocol, headers));
  }

  private Optional<URI> url(String text) {
    try {
      URI uri = new URI(text);
      boolean isWebSocket = "ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme());
      if (isWebSocket && uri.getHost() != null && uri.getFragment() == null) {
        return Optional.of(uri);
      }
      problems.add("--url", "must be ws://host[:port]/path or wss://…, was " + text);
    } catch (URISyntaxException e) {
      problems.add("--url", "must be ws://host[:port]/path or wss://…: " + e.getMessage());
    }
    return Optional.empty();
  }

  private Map<String, String> headers(List<String> texts) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String text : texts) {
      Matcher matcher = HEADER.matcher(text);
      if (!matcher.matches()) {
        problems.add("--header", "must be 'Name: value', was '" + text + "'");
      } else if (belongsToHandshake(matcher.group(1))) {
        problems.add("--header", matcher.group(1) + " belongs to the WebSocket handshake itself");
      } else if (headers.putIfAbsent(matcher.group(1), matcher.group(2).strip()) != null) {
        problems.add("--header", "each header once, was " + matcher.group(1) + " again");
      }
    }
    return headers;
  }

  private static boolean belongsToHandshake(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("upgrade")
        || lower.equals("connection")
        || lower.startsWith("sec-websocket-");
  }
}
