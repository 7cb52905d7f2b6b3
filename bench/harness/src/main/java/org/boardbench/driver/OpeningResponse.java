package org.boardbench.driver;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects the server's answer to the opening handshake up to its empty line, so that the engine
 * gets it in one piece: in several, the engine would allocate the size of the read buffer for every
 * connection, and keep frames that came along in a buffer of its own.
 */
final class OpeningResponse {
  private static final int MAX_BYTES = 16 * 1024;
  private static final byte[] HTTP = "HTTP/1.1 ".getBytes(StandardCharsets.US_ASCII);
  private static final int STATUS_DIGITS = 3;

  /** What is there so far. */
  enum State {
    INCOMPLETE,
    COMPLETE,
    /** Not HTTP, or longer than any handshake. */
    UNREADABLE
  }

  private byte[] bytes = new byte[512];
  private int size;

  /** Takes bytes up to and including the empty line, and leaves the rest. */
  State take(ByteBuffer from) {
    while (from.hasRemaining()) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * size);
      }
      bytes[size] = from.get();
      size++;
      if (size == MAX_BYTES || (size <= HTTP.length && bytes[size - 1] != HTTP[size - 1])) {
        return State.UNREADABLE;
      }
      if (endsWithEmptyLine()) {
        return State.COMPLETE;
      }
    }
    return State.INCOMPLETE;
  }

  private boolean endsWithEmptyLine() {
    return size >= 4
        && bytes[size - 1] == '\n'
        && bytes[size - 2] == '\r'
        && bytes[size - 3] == '\n'
        && bytes[size - 4] == '\r';
  }

  /** The status of a complete answer, such as 101. */
  String status() {
    String answer = new String(bytes, HTTP.length, STATUS_DIGITS, StandardCharsets.US_ASCII);
    return answer.chars().allMatch(Character::isDigit) ? answer : "no status";
  }

  ByteBuffer bytes() {
    return ByteBuffer.wrap(bytes, 0, size);
  }
}
