package org.boardbench.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What a protocol asks of the opening handshake, beside the address that the server was given.
 *
 * @param path goes behind the address's own, such as {@code /websocket}; empty when nothing does
 * @param query parameters that the address need not name, with their values, in ASCII as they go
 *     over the wire
 * @param subprotocol the {@code Sec-WebSocket-Protocol} to ask for; empty when none
 * @param headers extra headers, which those of the server's own settings replace
 */
public record Handshake(
    String path,
    Map<String, String> query,
    Optional<String> subprotocol,
    Map<String, String> headers) {
  /** Asks for nothing. */
  public static final Handshake PLAIN = new Handshake("", Map.of(), Optional.empty(), Map.of());

  public Handshake {
    query = new TreeMap<>(query);
    headers = Map.copyOf(headers);
  }

  /** Asks for a subprotocol alone. */
  public static Handshake of(String subprotocol) {
    return new Handshake("", Map.of(), Optional.of(subprotocol), Map.of());
  }

  /**
   * The path and query to ask for.
   *
   * @param address those of the server's address; what it has of this already is not added again
   */
  public String requestTarget(String address) {
    int mark = address.indexOf('?');
    String ownPath = mark < 0 ? address : address.substring(0, mark);
    String ownQuery = mark < 0 ? "" : address.substring(mark + 1);
    String wholePath = ownPath.endsWith(path) ? ownPath : withoutSlash(ownPath) + path;
    String wholeQuery = wholeQuery(ownQuery);
    return wholeQuery.isEmpty() ? wholePath : wholePath + "?" + wholeQuery;
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private String wholeQuery(String own) {
    StringJoiner whole = new StringJoiner("&");
    if (!own.isEmpty()) {
      whole.add(own);
    }
    query.forEach((name, value) -> {
      if (!("&" + own).contains("&" + name + "=")) {
        whole.add(name + "=" + value);
      }
    });
    return whole.toString();
  }
}
