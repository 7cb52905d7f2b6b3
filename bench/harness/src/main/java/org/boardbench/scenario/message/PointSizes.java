package org.boardbench.scenario.message;

/**
 * How long a message is by the points in it: what everything else takes beside the longest ids and
 * the longest stamp, and {@code [100,100]} with its comma for each point.
 */
public final class PointSizes {
  /** A message with one point. */
  public static final int ONE_POINT_BYTES = 206;

  /** What each further point adds. */
  public static final int FURTHER_POINT_BYTES = 10;

  private PointSizes() {}

  /** Bytes of UTF-8 of a message with {@code points} points, one at least. */
  public static int bytes(int points) {
    return ONE_POINT_BYTES + (points - 1) * FURTHER_POINT_BYTES;
  }
}
