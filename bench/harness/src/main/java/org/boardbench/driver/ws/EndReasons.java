package org.boardbench.driver.ws;

import org.boardbench.core.ServerText;
import org.boardbench.driver.io.ConnectionErrors;
import org.boardbench.driver.io.Transport;
import org.java_websocket.framing.CloseFrame;

/** How the end of a connection is told: in few words, the same for all that ended alike. */
final class EndReasons {
  /** The driver gave it up before it was open. */
  static final String GIVEN_UP = "closed by driver";

  private static final String SERVER = "server";
  private static final String DRIVER = "driver";

  private EndReasons() {}

  /** The server's close frame; {@code words} is what it says beside the code, or empty. */
  static String closedByServer(int code, String words) {
    String line = ServerText.line(words);
    return closed(code, SERVER) + (line.isEmpty() ? "" : ": " + line);
  }

  /** The driver's close frame, at which the server ended its side. */
  static String closedByDriver() {
    return closed(CloseFrame.NORMAL, DRIVER);
  }

  /** A close that the engine tells of in its text {@code why}; {@code remote}: not its own. */
  static String closedByEngine(int code, String why, boolean remote) {
    return closed(code, remote ? SERVER : DRIVER) + ": " + why;
  }

  private static String closed(int code, String by) {
    return "closed " + code + " by " + by;
  }

  /** An end before the opening handshake was done. */
  static String inHandshake(String reason) {
    return ConnectionErrors.isOfThisMachine(reason) ? reason : "handshake: " + reason;
  }

  /** A stream that ends without a close frame, or one that the other side has given up. */
  static String broken(String reason) {
    if (reason.equals(Transport.END_OF_STREAM)) {
      return closed(CloseFrame.ABNORMAL_CLOSE, SERVER);
    }
    return reason.startsWith("broken pipe") ? "connection reset by " + SERVER : reason;
  }
}
