package org.boardbench.protocol;

import java.util.Arrays;

/**
 * One user's strokes: all but the stamp and the size is known beforehand, so that a stroke is made
 * in place and without allocation. Immutable.
 */
final class StrokeText implements MessageBody {
  private final byte[] before;
  private final byte[] points;
  private final byte[] pad;
  private final byte[] end;

  /**
   * @param before what precedes the stamp
   * @param points what follows it, with the points of the largest stroke: a smaller one has the
   *     first of them
   * @param pad what precedes the padding
   * @param end what follows the padding, which makes up for a short stamp
   */
  StrokeText(byte[] before, byte[] points, byte[] pad, byte[] end) {
    this.before = before;
    this.points = points;
    this.pad = pad;
    this.end = end;
  }

  @Override
  public void write(CharSequence stamp, int bytes, byte[] target, int at) {
    int next = put(before, target, at);
    for (int i = 0; i < stamp.length(); i++) {
      target[next++] = (byte) stamp.charAt(i);
    }
    int pointsBytes = StrokePayload.pointsBytes(bytes);
    System.arraycopy(points, 0, target, next, pointsBytes);
    next = put(pad, target, next + pointsBytes);
    int padEnd = at + bytes - end.length;
    Arrays.fill(target, next, padEnd, (byte) 'x');
    put(end, target, padEnd);
  }

  private static int put(byte[] part, byte[] target, int at) {
    System.arraycopy(part, 0, target, at, part.length);
    return at + part.length;
  }
}
