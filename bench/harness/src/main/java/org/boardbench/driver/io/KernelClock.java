package org.boardbench.driver.io;

import java.util.function.LongSupplier;
import org.boardbench.core.RunClock;

/**
 * Places the kernel's arrival times, which are of the real-time clock, on the run clock. Their
 * offset is taken from the tightest of several brackets (run clock, real time, run clock), anew
 * each second. Used by one thread.
 *
 * <p>A bracket is unsure by half its width when it is taken, and by what the clocks may have been
 * steered apart since: {@value #SLEW_PPM} ppm, the most that the kernel slews. The bracket that is
 * the surer one now is kept, so that one taken while the thread waited for a core spoils nothing.
 * Brackets that no slew explains are a step: the later one is right then, however wide.
 */
final class KernelClock {
  private static final int BRACKETS = 9;
  private static final long INTERVAL_NS = 1_000_000_000;
  private static final long SLEW_PPM = 500;

  private final RunClock clock;
  private final LongSupplier realTimeNs;
  private Bracket kept;
  private long comparedNs;

  /** The real-time clock is ahead by {@code offsetNs}, give or take {@code unsureNs}. */
  private record Bracket(long atNs, long offsetNs, long unsureNs) {
    long unsureNs(long laterNs) {
      return unsureNs + (laterNs - atNs) * SLEW_PPM / 1_000_000;
    }
  }

  /**
   * @param realTimeNs nanoseconds of the Unix epoch, by the clock of the kernel's times
   */
  KernelClock(RunClock clock, LongSupplier realTimeNs) {
    this.clock = clock;
    this.realTimeNs = realTimeNs;
    this.kept = tightest();
    this.comparedNs = clock.nowNs();
  }

  boolean isDue(long nowNs) {
    return nowNs >= comparedNs + INTERVAL_NS;
  }

  /**
   * Compares the two clocks.
   *
   * @return how far the real-time clock is found to have moved against the run clock; 0 when what
   *     was known before is as good as what is seen now
   */
  long compare() {
    Bracket seen = tightest();
    comparedNs = clock.nowNs();
    long movedNs = seen.offsetNs - kept.offsetNs;
    long keptUnsureNs = kept.unsureNs(seen.atNs);
    boolean stepped = Math.abs(movedNs) > keptUnsureNs + seen.unsureNs;
    if (!stepped && seen.unsureNs > keptUnsureNs) {
      return 0;
    }
    kept = seen;
    return movedNs;
  }

  private Bracket tightest() {
    Bracket tightest = null;
    for (int i = 0; i < BRACKETS; i++) {
      long beforeNs = clock.nowNs();
      long realNs = realTimeNs.getAsLong();
      long halfNs = (clock.nowNs() - beforeNs) / 2;
      if (tightest == null || halfNs < tightest.unsureNs) {
        tightest = new Bracket(beforeNs + halfNs, realNs - (beforeNs + halfNs), halfNs);
      }
    }
    return tightest;
  }

  /** When the clocks were compared last (run clock). */
  long comparedNs() {
    return comparedNs;
  }

  /** On the run clock. */
  long runNs(long realNs) {
    return realNs - kept.offsetNs;
  }
}
