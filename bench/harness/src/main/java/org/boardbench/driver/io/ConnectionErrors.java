package org.boardbench.driver.io;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.boardbench.driver.io.linux.Errno;

/**
 * Short texts for why a connection failed, equal for equal causes on every loop, so that they can
 * be counted.
 */
public final class ConnectionErrors {
  static final String HOST_NOT_FOUND = "host not found";

  /** Begins the reason of a failure that the driver or its machine caused, not the server. */
  private static final String THIS_MACHINE = "driver's machine: ";

  private static final String REFUSED = "connection refused";
  private static final String RESET = "connection reset by server";
  private static final String TIMED_OUT = "connection timed out";

  private static final Set<String> OF_THE_ADDRESS =
      Arrays.stream(Errno.values())
          .filter(Errno::isOfTheAddress)
          .map(ConnectionErrors::ofError)
          .collect(Collectors.toUnmodifiableSet());

  private ConnectionErrors() {}

  public static String of(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return switch (e) {
      case ConnectException refused when message.contains("refused") -> REFUSED;
      case SystemCallException call -> message;
      case UnresolvedAddressException unresolved -> HOST_NOT_FOUND;
      case SSLException tls -> "tls: " + UntrustedCertificate.words(tls).orElse(message);
      case IOException io when message.equals("Connection reset") -> RESET;
      case IOException io ->
          Errno.saying(message)
              .map(ConnectionErrors::ofError)
              .orElse(message.toLowerCase(Locale.ROOT));
      default -> e.toString();
    };
  }

  /** The text for an error number of Linux. */
  static String ofError(int error) {
    return Errno.of(error).map(ConnectionErrors::ofError).orElse("error " + error);
  }

  private static String ofError(Errno error) {
    return switch (error) {
      case ECONNREFUSED -> REFUSED;
      case ECONNRESET -> RESET;
      case ETIMEDOUT -> TIMED_OUT;
      default -> error.isOfThisMachine() ? THIS_MACHINE + error.text() : error.text();
    };
  }

  /** The text for a call that has nothing to do with the server and failed with an error number. */
  static String ofCall(String call, int error) {
    return THIS_MACHINE + call + ": " + Errno.textOf(error);
  }

  /**
   * Whether {@code reason}, one of a connection that failed or ended, says that the driver or its
   * machine was the cause: descriptors, ports, memory, routes. All others are the server's doing,
   * or that of the network on the way to it.
   */
  public static boolean isOfThisMachine(String reason) {
    return reason.startsWith(THIS_MACHINE);
  }

  /**
   * Whether it says that this machine has no way to the address: to another one of the same host it
   * may have one.
   */
  public static boolean isOfTheAddress(String reason) {
    return OF_THE_ADDRESS.contains(reason);
  }
}
