package org.boardbench.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A run clock that knows what the clock on the wall showed at its zero. Both clocks are read in one
 * bracket (monotonic, wall, monotonic), the tightest of several, so that the two belong together to
 * within half of that bracket. What turns times of the run into times of the wall uses this epoch
 * and no other.
 */
public final class EpochClock implements RunClock {
  private static final int BRACKETS = 9;
  private static final Duration OLDEST = Duration.ofSeconds(1_000_000_000);

  private final LongSupplier monotonicNs;
  private final long zeroNs;
  private final Instant epoch;

  /**
   * A clock that counts from {@code epoch}. Clocks of several machines that count from the same one
   * agree as well as their clocks on the wall do.
   *
   * @param epoch not after now, and at most 31 years ago: a stamp has 18 digits for a time
   * @throws IllegalArgumentException when it is out of these bounds
   */
  EpochClock(LongSupplier monotonicNs, InstantSource wall, Instant epoch) {
    this.monotonicNs = monotonicNs;
    this.epoch = epoch;
    long tightestNs = Long.MAX_VALUE;
    long middleNs = 0;
    Instant shown = epoch;
    for (int i = 0; i < BRACKETS; i++) {
      long beforeNs = monotonicNs.getAsLong();
      Instant instant = wall.instant();
      long widthNs = monotonicNs.getAsLong() - beforeNs;
      if (widthNs < tightestNs) {
        tightestNs = widthNs;
        middleNs = beforeNs + widthNs / 2;
        shown = instant;
      }
    }
    Duration age = Duration.between(epoch, shown);
    if (age.isNegative() || age.compareTo(OLDEST) >= 0) {
      throw new IllegalArgumentException("no epoch of a run that goes on now: " + epoch);
    }
    this.zeroNs = middleNs - age.toNanos();
  }

  /** A clock whose epoch is now. */
  public static EpochClock startingNow() {
    InstantSource wall = InstantSource.system();
    return new EpochClock(System::nanoTime, wall, wall.instant());
  }

  @Override
  public long nowNs() {
    return monotonicNs.getAsLong() - zeroNs;
  }

  /** What the clock on the wall showed at 0 of this clock. */
  public Instant epoch() {
    return epoch;
  }
}
