package org.boardbench.driver;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Short texts for why a connection failed, equal for equal causes so that they can be counted. */
final class Reasons {
  private Reasons() {}

  static String of(Exception e) {
    String message = String.valueOf(e.getMessage());
    return switch (e) {
      case ConnectException refused when message.contains("refused") -> "connect refused";
      case UnresolvedAddressException unresolved -> "host not found";
      case SSLException tls -> "tls: " + message;
      case IOException io -> message.toLowerCase(Locale.ROOT);
      default -> e.toString();
    };
  }
}
