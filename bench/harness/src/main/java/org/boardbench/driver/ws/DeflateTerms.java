package org.boardbench.driver.ws;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is agreed on before messages are compressed: permessage-deflate of RFC 7692, where no
 * message refers to one before it. So one compressor a loop serves all connections of it.
 */
final class DeflateTerms {
  /** The request's {@code Sec-WebSocket-Extensions}. */
  static final String OFFER =
      "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

  private static final String NAME = "permessage-deflate";
  private static final String SERVER_ALONE = "server_no_context_takeover";
  private static final String CLIENT_ALONE = "client_no_context_takeover";
  private static final String SERVER_WINDOW = "server_max_window_bits";
  private static final int LEAST_WINDOW_BITS = 8;
  private static final int MOST_WINDOW_BITS = 15;

  private DeflateTerms() {}

  /**
   * What is wrong with an answer to the offer; empty when nothing is.
   *
   * @param answer the answer's {@code Sec-WebSocket-Extensions}, not empty
   */
  static Optional<String> objection(String answer) {
    String[] parts = answer.split(";", -1);
    if (answer.contains(",") || !parts[0].strip().equalsIgnoreCase(NAME)) {
      return Optional.of("server chose the extension " + answer + ", offered was " + OFFER);
    }
    Set<String> names = new HashSet<>();
    for (int i = 1; i < parts.length; i++) {
      String[] parameter = parts[i].split("=", 2);
      String name = parameter[0].strip().toLowerCase(Locale.ROOT);
      String value = parameter.length == 1 ? "" : unquoted(parameter[1].strip());
      boolean isKnown =
          switch (name) {
            case SERVER_ALONE, CLIENT_ALONE -> parameter.length == 1;
            case SERVER_WINDOW -> isWindow(value);
            // client_max_window_bits too, which only a client may bring up (7.1.2.2).
            default -> false;
          };
      if (!isKnown) {
        return refused(answer, parts[i].strip() + " was not offered");
      }
      if (!names.add(name)) {
        return refused(answer, name + " stands there twice");
      }
    }
    return names.contains(SERVER_ALONE)
        ? Optional.empty()
        : refused(answer, SERVER_ALONE + " is missing");
  }

  private static Optional<String> refused(String answer, String why) {
    return Optional.of("server chose the extension " + answer + ", but " + why);
  }

  private static String unquoted(String value) {
    boolean isQuoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return isQuoted ? value.substring(1, value.length() - 1) : value;
  }

  /** A decimal number without leading zeros (7.1.2.1). */
  private static boolean isWindow(String value) {
    for (int bits = LEAST_WINDOW_BITS; bits <= MOST_WINDOW_BITS; bits++) {
      if (value.equals(Integer.toString(bits))) {
        return true;
      }
    }
    return false;
  }
}
