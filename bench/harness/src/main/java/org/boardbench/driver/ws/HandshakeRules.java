package org.boardbench.driver.ws;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * What RFC 6455 (4.1) has a client check in an answer with status 101. The library checks part of
 * it and does not tell what was wrong.
 *
 * @param key the {@code Sec-WebSocket-Key} of the request
 * @param subprotocol the one that the request asks for; empty when none
 * @param offersDeflate whether the request has {@link DeflateTerms#OFFER}; else it has no extension
 */
record HandshakeRules(String key, String subprotocol, boolean offersDeflate) {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  /** What is wrong with the answer; empty when nothing is. */
  Optional<String> objection(HttpHead answer) {
    if (!answer.version().equals("HTTP/1.1")) {
      return Optional.of("101 in " + answer.version() + " instead of HTTP/1.1");
    }
    if (!answer.lists("upgrade", "websocket")) {
      return Optional.of("101 " + shown("Upgrade", answer.field("upgrade"), "websocket"));
    }
    if (!answer.lists("connection", "upgrade")) {
      return Optional.of("101 " + shown("Connection", answer.field("connection"), "Upgrade"));
    }
    String accept = answer.field("sec-websocket-accept");
    if (!accept.equals(expectedAccept())) {
      return Optional.of("101 " + shown("Sec-WebSocket-Accept", accept, expectedAccept()));
    }
    String chosen = answer.field("sec-websocket-protocol");
    if (!chosen.isEmpty() && !chosen.equals(subprotocol)) {
      return Optional.of(
          "server chose the subprotocol "
              + chosen
              + (subprotocol.isEmpty() ? ", none was asked for" : " instead of " + subprotocol));
    }
    String extensions = extensions(answer);
    if (extensions.isEmpty()) {
      return Optional.empty();
    }
    return offersDeflate
        ? DeflateTerms.objection(extensions)
        : Optional.of("server chose the extension " + extensions + ", none was asked for");
  }

  /** Whether an answer without objection lets both sides compress messages. */
  boolean agreesToDeflate(HttpHead answer) {
    return offersDeflate && !extensions(answer).isEmpty();
  }

  private static String extensions(HttpHead answer) {
    return answer.field("sec-websocket-extensions");
  }

  private static String shown(String name, String value, String wanted) {
    return value.isEmpty()
        ? "without " + name + ": " + wanted
        : "with " + name + ": " + value + " instead of " + wanted;
  }

  String expectedAccept() {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      byte[] digest = sha1.digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
