package org.boardbench.protocol;

import java.util.concurrent.TimeUnit;

/**
 * What both sides of a STOMP connection agreed about silence. 0 = no heart-beats in that direction.
 *
 * @param sendEveryNs the longest that we may be silent
 * @param expectEveryNs the longest that the server may be silent
 */
record HeartBeats(long sendEveryNs, long expectEveryNs) {
  static final HeartBeats NONE = new HeartBeats(0, 0);

  /** What we can do and what we want, in milliseconds. */
  private static final long OURS_MS = 10_000;

  /** Our {@code heart-beat} header. */
  static String offer() {
    return OURS_MS + "," + OURS_MS;
  }

  /**
   * The agreement when the server's {@code heart-beat} header is {@code "sx,sy"}: each direction
   * has the longer of what the sender can do and the receiver wants, and none when either says 0.
   *
   * @param header empty when the server sent none, which means {@code 0,0}
   */
  static HeartBeats agreed(String header) {
    String[] numbers = header.split(",", -1);
    if (numbers.length != 2) {
      return NONE;
    }
    try {
      return new HeartBeats(agreedNs(numbers[1]), agreedNs(numbers[0]));
    } catch (NumberFormatException e) {
      return NONE;
    }
  }

  /** Half the interval, because the caller looks about once a second only. */
  boolean due(long silentNs) {
    return sendEveryNs > 0 && silentNs >= sendEveryNs / 2;
  }

  /** Twice the interval, because the specification asks for a margin of error. */
  boolean broken(long silentNs) {
    return expectEveryNs > 0 && silentNs > 2 * expectEveryNs;
  }

  private static long agreedNs(String theirs) {
    long theirsMs = Long.parseLong(theirs.strip());
    return theirsMs <= 0 ? 0 : TimeUnit.MILLISECONDS.toNanos(Math.max(OURS_MS, theirsMs));
  }
}
