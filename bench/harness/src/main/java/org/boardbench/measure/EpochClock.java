package org.boardbench.measure;

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

  private final LongSupplier monotonicNs;
  private final long zeroNs;
  private final Instant epoch;

  EpochClock(LongSupplier monotonicNs, InstantSource wall) {
    this.monotonicNs = monotonicNs;
    long tightestNs = Long.MAX_VALUE;
    long bestZeroNs = 0;
    Instant bestEpoch = Instant.EPOCH;
    for (int i = 0; i < BRACKETS; i++) {
      long beforeNs = monotonicNs.getAsLong();
      Instant instant = wall.instant();
      long widthNs = monotonicNs.getAsLong() - beforeNs;
      if (widthNs < tightestNs) {
        tightestNs = widthNs;
        bestZeroNs = beforeNs + widthNs / 2;
        bestEpoch = instant;
      }
    }
    this.zeroNs = bestZeroNs;
    this.epoch = bestEpoch;
  }

  /** A clock whose epoch is now. */
  public static EpochClock startingNow() {
    return new EpochClock(System::nanoTime, InstantSource.system());
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
