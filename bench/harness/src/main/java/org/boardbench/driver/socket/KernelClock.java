package org.boardbench.driver.socket;

import java.util.function.LongSupplier;
import org.boardbench.measure.RunClock;

/**
 * Places the kernel's arrival times, which are of the real-time clock, on the run clock. Their
 * offset is taken from the tightest of several brackets (run clock, real time, run clock) and anew
 * each second, because the real-time clock is steered. Used by one thread.
 */
final class KernelClock {
  private static final int BRACKETS = 9;
  private static final long INTERVAL_NS = 1_000_000_000;

  private final RunClock clock;
  private final LongSupplier realTimeNs;
  private long offsetNs;
  private long comparedNs;

  /**
   * @param realTimeNs nanoseconds of the Unix epoch, by the clock of the kernel's times
   */
  KernelClock(RunClock clock, LongSupplier realTimeNs) {
    this.clock = clock;
    this.realTimeNs = realTimeNs;
    compare();
  }

  boolean isDue(long nowNs) {
    return nowNs >= comparedNs + INTERVAL_NS;
  }

  /**
   * Compares the two clocks.
   *
   * @return how far the real-time clock has moved against the run clock since the last comparison
   */
  long compare() {
    long tightestNs = Long.MAX_VALUE;
    long newOffsetNs = 0;
    for (int i = 0; i < BRACKETS; i++) {
      long beforeNs = clock.nowNs();
      long realNs = realTimeNs.getAsLong();
      long widthNs = clock.nowNs() - beforeNs;
      if (widthNs < tightestNs) {
        tightestNs = widthNs;
        newOffsetNs = realNs - (beforeNs + widthNs / 2);
      }
    }
    long movedNs = newOffsetNs - offsetNs;
    offsetNs = newOffsetNs;
    comparedNs = clock.nowNs();
    return movedNs;
  }

  /** When the clocks were compared last (run clock). */
  long comparedNs() {
    return comparedNs;
  }

  /** On the run clock. */
  long runNs(long realNs) {
    return realNs - offsetNs;
  }
}
