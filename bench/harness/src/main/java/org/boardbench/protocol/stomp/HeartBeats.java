package org.boardbench.protocol.stomp;

import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** Longer than any run; a server may name any number of milliseconds. */
  private static final long LONGEST_MS = TimeUnit.DAYS.toMillis(7);

  private static final int DIGITS = 18;

  /** Whole numbers without their leading zeros; whatever else, a sign too, is no agreement. */
  private static final Pattern HEADER =
      Pattern.compile("\\s*+0*+(\\d*+)\\s*+,\\s*+0*+(\\d*+)\\s*+");

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
    Matcher numbers = HEADER.matcher(header);
    return numbers.matches()
        ? new HeartBeats(agreedNs(numbers.group(2)), agreedNs(numbers.group(1)))
        : NONE;
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
    if (theirs.isEmpty()) {
      return 0;
    }
    long theirsMs = theirs.length() > DIGITS ? LONGEST_MS : Long.parseLong(theirs);
    return TimeUnit.MILLISECONDS.toNanos(Math.clamp(theirsMs, OURS_MS, LONGEST_MS));
  }
}
