package org.boardbench.sut.link;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * One direction of what a relay stands for: all its connections share it. {@link #slow} and {@link
 * #plain} are for any thread, the rest is for the relay's.
 */
final class Line {
  private static final double NS_PER_S = 1e9;

  /** At a rate, what is read at once is no more than it carries in a hundredth of a second. */
  private static final int PARTS_PER_S = 100;

  private static final int LEAST_BYTES = 512;
  private static final Pace PLAIN = new Pace(0, 0);

  private volatile Pace pace = PLAIN;

  /** When the last byte that was given a place has left. */
  private long freeNs;

  /**
   * @param bytesPerSecond 0: without a bound
   */
  private record Pace(long delayNs, long bytesPerSecond) {}

  void slow(Duration delay, OptionalLong bytesPerSecond) {
    pace = new Pace(delay.toNanos(), bytesPerSecond.orElse(0));
  }

  void plain() {
    pace = PLAIN;
  }

  boolean isPlain() {
    return pace.equals(PLAIN);
  }

  /** How many bytes may be given a place at once. */
  int mostBytes(int most) {
    long rate = pace.bytesPerSecond();
    return rate == 0 ? most : Math.clamp(rate / PARTS_PER_S, LEAST_BYTES, most);
  }

  /** Gives bytes that are here now the next place; when they arrive. */
  long arrivalNs(int bytes, long nowNs) {
    Pace current = pace;
    long beginNs = current.bytesPerSecond() == 0 ? nowNs : Math.max(nowNs, freeNs);
    freeNs = beginNs;
    if (current.bytesPerSecond() > 0) {
      freeNs += Math.round(bytes * NS_PER_S / current.bytesPerSecond());
    }
    return freeNs + current.delayNs();
  }
}
