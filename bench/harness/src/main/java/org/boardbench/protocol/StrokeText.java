package org.boardbench.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One user's strokes as text: all but the stamp is known beforehand, so that a stroke is made in
 * place and without allocation. Immutable.
 */
final class StrokeText {
  private final byte[] before;
  private final byte[] between;
  private final byte[] end;
  private final int bytes;

  /**
   * @param before what precedes the stamp
   * @param between what follows it, as far as the padding
   * @param end what follows the padding
   * @param bytes size of each text; the padding makes up for a short stamp
   */
  StrokeText(byte[] before, byte[] between, byte[] end, int bytes) {
    this.before = before;
    this.between = between;
    this.end = end;
    this.bytes = bytes;
  }

  /** Size of each text. */
  int bytes() {
    return bytes;
  }

  /**
   * Writes the text with {@code stamp}, which is ASCII, to {@code target} from {@code at} on.
   *
   * @return {@link #bytes}
   */
  int write(CharSequence stamp, byte[] target, int at) {
    int next = put(before, target, at);
    for (int i = 0; i < stamp.length(); i++) {
      target[next++] = (byte) stamp.charAt(i);
    }
    next = put(between, target, next);
    int padEnd = at + bytes - end.length;
    Arrays.fill(target, next, padEnd, (byte) 'x');
    put(end, target, padEnd);
    return bytes;
  }

  private static int put(byte[] part, byte[] target, int at) {
    System.arraycopy(part, 0, target, at, part.length);
    return at + part.length;
  }

  String text(CharSequence stamp) {
    byte[] text = new byte[bytes];
    write(stamp, text, 0);
    return new String(text, StandardCharsets.US_ASCII);
  }
}
