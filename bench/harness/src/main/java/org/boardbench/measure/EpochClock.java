package org.boardbench.measure;

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
  private static final long MOST_NS = 1_000_000_000_000_000_000L;

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

  private EpochClock(LongSupplier monotonicNs, long zeroNs, Instant epoch) {
    this.monotonicNs = monotonicNs;
    this.zeroNs = zeroNs;
    this.epoch = epoch;
  }

  /**
   * The same clock counted from {@code agreed}: what the drivers of one trial on several machines
   * need, whose times agree then as well as their clocks on the wall do.
   *
   * @param agreed not after now, and at most 31 years ago: a stamp has 18 digits for a time
   * @throws IllegalArgumentException when it is out of these bounds
   */
  public EpochClock countedFrom(Instant agreed) {
    long shiftNs = Duration.between(agreed, epoch).toNanos();
    EpochClock counted = new EpochClock(monotonicNs, zeroNs - shiftNs, agreed);
    long nowNs = counted.nowNs();
    if (nowNs < 0 || nowNs >= MOST_NS) {
      throw new IllegalArgumentException("no epoch of a run that goes on now: " + agreed);
    }
    return counted;
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
