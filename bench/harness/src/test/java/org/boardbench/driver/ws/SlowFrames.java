package org.boardbench.driver.ws;

import static org.boardbench.driver.ws.InPlaceDraft.MAX_MESSAGE_BYTES;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Goes over a server's frames as the specification reads, as far as they keep its rules. */
final class SlowFrames {
  private final byte[] stream;
  private int start;
  private int size;
  private boolean fragmented;
  private Optional<String> closing = Optional.empty();

  SlowFrames(byte[] stream) {
    this.stream = stream;
  }

  /** Goes to the next complete frame that keeps the rules and is no close frame. */
  boolean next() {
    start += size;
    size = 0;
    int left = stream.length - start;
    if (left < 2) {
      return false;
    }
    boolean isFinal = (stream[start] & 0x80) != 0;
    int opcode = stream[start] & 0x0f;
    int length = stream[start + 1] & 0x7f;
    if (!isRightHeader(isFinal, opcode, length)) {
      closing = Optional.of("closing 1002 false");
      return false;
    }
    int header = length < 126 ? 2 : length == 126 ? 4 : 10;
    if (left < header) {
      return false;
    }
    BigInteger payload =
        header == 2
            ? BigInteger.valueOf(length)
            : new BigInteger(1, Arrays.copyOfRange(stream, start + 2, start + header));
    if (payload.compareTo(BigInteger.valueOf(MAX_MESSAGE_BYTES)) > 0) {
      closing = Optional.of("closing 1009 false");
      return false;
    }
    if (left < header + payload.intValue()) {
      return false;
    }
    size = header + payload.intValue();
    if (opcode == 8) {
      closing = Optional.of(closing(Arrays.copyOfRange(stream, start + 2, start + size)));
      return false;
    }
    fragmented = opcode < 8 ? !isFinal : fragmented;
    return true;
  }

  private boolean isRightHeader(boolean isFinal, int opcode, int length) {
    boolean isControl = opcode >= 8;
    return (stream[start] & 0x70) == 0
        && stream[start + 1] >= 0
        && (isControl ? opcode <= 10 && isFinal && length < 126 : opcode <= 2)
        && (isControl || fragmented == (opcode == 0));
  }

  private static String closing(byte[] payload) {
    if (payload.length == 0) {
      return "closing 1005 true";
    }
    int code = new BigInteger(1, Arrays.copyOf(payload, Math.min(2, payload.length))).intValue();
    boolean isLawful =
        code >= 1000
            && code < 5000
            && (code <= 1003 || code >= 3000 || (code >= 1007 && code <= 1014));
    if (payload.length == 1 || !isLawful) {
      return "closing 1002 false";
    }
    try {
      ByteBuffer reason = ByteBuffer.wrap(payload, 2, payload.length - 2);
      StandardCharsets.UTF_8.newDecoder().decode(reason);
      return "closing " + code + " true";
    } catch (CharacterCodingException e) {
      return "closing 1007 false";
    }
  }

  int start() {
    return start;
  }

  int size() {
    return size;
  }

  /** How the connection ends behind the last frame; empty when it goes on. */
  Optional<String> closing() {
    return closing;
  }
}
