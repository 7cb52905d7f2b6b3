package org.boardbench.driver.ws;

import java.util.Optional;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;

/** What is wrong with a frame of a server's by RFC 6455, in words that go into a disconnect. */
final class FrameRules {
  private static final int RESERVED_BITS = 0x70;
  static final int FINAL_TEXT = 0x81;
  static final int FINAL_BINARY = 0x82;
  static final int OPCODE_BITS = 0x0f;
  static final int FINAL = 0x80;

  /** Set on the first frame of a compressed message (RFC 7692 6). */
  static final int COMPRESSED = 0x40;

  static final int MASKED = 0x80;
  private static final int LENGTH_BITS = 0x7f;
  static final int CONTINUATION = 0;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  private static final int PONG = 10;
  private static final int MOST_OF_CONTROL = 125;

  private FrameRules() {}

  /**
   * What the first two bytes say.
   *
   * @param fragmented whether a message in fragments is under way
   * @param mayCompress whether that has been agreed on
   */
  static Optional<String> violation(
      int first, int second, boolean fragmented, boolean mayCompress) {
    int opcode = first & OPCODE_BITS;
    boolean isFinal = (first & FINAL) != 0;
    Optional<String> reserved = reserved(first, mayCompress);
    if (reserved.isPresent()) {
      return reserved;
    }
    if ((opcode > BINARY && opcode < CLOSE) || opcode > PONG) {
      return Optional.of("server sent the unknown opcode " + opcode + " (RFC 6455 5.2)");
    }
    if ((second & MASKED) != 0) {
      return Optional.of("server masked a frame (RFC 6455 5.1)");
    }
    if (opcode >= CLOSE) {
      return control(isFinal, second & LENGTH_BITS);
    }
    if (fragmented != (opcode == CONTINUATION)) {
      return Optional.of(
          fragmented
              ? "server began a message within a fragmented one (RFC 6455 5.4)"
              : "server continued a message that it had not begun (RFC 6455 5.4)");
    }
    return Optional.empty();
  }

  private static Optional<String> reserved(int first, boolean mayCompress) {
    int reserved = first & RESERVED_BITS;
    int opcode = first & OPCODE_BITS;
    if (reserved == 0) {
      return Optional.empty();
    }
    if (!mayCompress) {
      return Optional.of("server set a reserved bit, nobody asked for extensions (RFC 6455 5.2)");
    }
    if (reserved != COMPRESSED) {
      return Optional.of("server set a reserved bit that nothing was agreed on (RFC 6455 5.2)");
    }
    return opcode == CONTINUATION || opcode >= CLOSE
        ? Optional.of("server called a frame compressed that begins no message (RFC 7692 6.1)")
        : Optional.empty();
  }

  private static Optional<String> control(boolean isFinal, int lengthCode) {
    if (!isFinal) {
      return Optional.of("server sent a control frame in fragments (RFC 6455 5.5)");
    }
    return lengthCode > MOST_OF_CONTROL
        ? Optional.of("server sent a control frame of more than 125 bytes (RFC 6455 5.5)")
        : Optional.empty();
  }

  /**
   * The code of a close frame.
   *
   * @return {@link CloseFrame#NOCODE} when it has none
   * @throws InvalidDataException when no server may send such a frame
   */
  static int closeCode(byte[] bytes, int offset, int length) throws InvalidDataException {
    if (length == 0) {
      return CloseFrame.NOCODE;
    }
    if (length == 1) {
      throw new InvalidDataException(
          CloseFrame.PROTOCOL_ERROR, "server sent a close frame of 1 byte (RFC 6455 5.5.1)");
    }
    int code = (bytes[offset] & 0xff) << 8 | (bytes[offset + 1] & 0xff);
    if (!mayBeSent(code)) {
      throw new InvalidDataException(
          CloseFrame.PROTOCOL_ERROR,
          "server sent the close code " + code + ", which is none to be sent (RFC 6455 7.4)");
    }
    if (!Utf8.isValid(bytes, offset + 2, length - 2)) {
      throw new InvalidDataException(
          CloseFrame.NO_UTF8, "server sent a close reason that is no UTF-8 (RFC 6455 5.5.1)");
    }
    return code;
  }

  /** Those of the specification, of the registry (1012 to 1014), of libraries and applications. */
  private static boolean mayBeSent(int code) {
    return (code >= 1000 && code <= 1003)
        || (code >= 1007 && code <= 1014)
        || (code >= 3000 && code <= 4999);
  }
}
