package org.boardbench.driver.socket;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Short texts for why a connection failed, equal for equal causes so that they can be counted. */
public final class Reasons {
  static final String HOST_NOT_FOUND = "host not found";

  private static final String REFUSED = "connect refused";

  private Reasons() {}

  public static String of(Exception e) {
    String message = String.valueOf(e.getMessage());
    return switch (e) {
      case ConnectException refused when message.contains("refused") -> REFUSED;
      case UnresolvedAddressException unresolved -> HOST_NOT_FOUND;
      case SSLException tls -> "tls: " + message;
      case IOException io -> message.toLowerCase(Locale.ROOT);
      default -> e.toString();
    };
  }

  /** Whether an error number of Linux says that this machine, and not the peer, lacks something. */
  static boolean isOfThisMachine(int error) {
    return switch (error) {
      case Linux.EMFILE,
          Linux.ENFILE,
          Linux.EADDRNOTAVAIL,
          Linux.ENOBUFS,
          Linux.ENOMEM,
          Linux.ENOSPC ->
          true;
      default -> false;
    };
  }

  /** The text for an error number of Linux; the words are those that {@code java.nio} has. */
  static String ofError(int error) {
    return switch (error) {
      case Linux.ECONNREFUSED -> REFUSED;
      case Linux.ECONNRESET -> "connection reset";
      case Linux.EPIPE -> "broken pipe";
      case Linux.ETIMEDOUT -> "connection timed out";
      case Linux.EMFILE -> "too many open files";
      case Linux.ENFILE -> "too many open files in system";
      case Linux.ENOBUFS -> "no buffer space available";
      case Linux.ENOMEM -> "cannot allocate memory";
      case Linux.ENOSPC -> "no space left on device";
      case Linux.EADDRNOTAVAIL -> "cannot assign requested address";
      case Linux.ENETUNREACH -> "network is unreachable";
      case Linux.EHOSTUNREACH -> "no route to host";
      default -> "error " + error;
    };
  }
}
