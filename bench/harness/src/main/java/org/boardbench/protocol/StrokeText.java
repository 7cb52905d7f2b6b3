package org.boardbench.protocol;

import java.util.Arrays;

/**
 * One user's strokes: all but the stamp is known beforehand, so that a stroke is made in place and
 * without allocation. Immutable.
 */
final class StrokeText implements MessageBody {
  private final byte[] before;
  private final byte[] between;
  private final byte[] end;

  /**
   * @param before what precedes the stamp
   * @param between what follows it, as far as the padding
   * @param end what follows the padding, which makes up for a short stamp
   */
  StrokeText(byte[] before, byte[] between, byte[] end) {
    this.before = before;
    this.between = between;
    this.end = end;
  }

  @Override
  public void write(CharSequence stamp, int bytes, byte[] target, int at) {
    int next = put(before, target, at);
    for (int i = 0; i < stamp.length(); i++) {
      target[next++] = (byte) stamp.charAt(i);
    }
    next = put(between, target, next);
    int padEnd = at + bytes - end.length;
    Arrays.fill(target, next, padEnd, (byte) 'x');
    put(end, target, padEnd);
  }

  private static int put(byte[] part, byte[] target, int at) {
    System.arraycopy(part, 0, target, at, part.length);
    return at + part.length;
  }
}
