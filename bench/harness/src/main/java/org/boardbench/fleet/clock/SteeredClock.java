package org.boardbench.fleet.clock;

import java.util.function.LongSupplier;
import org.boardbench.core.RunClock;

/**
 * A run clock that follows another machine's. It runs at that one's rate, and is set anew between
 * stages, by as much as the estimate has become better; never while a stage measures. Thread-safe.
 */
public final class SteeredClock implements RunClock {
  private final LongSupplier ownNs;
  private volatile ClockMapping mapping;

  /**
   * @param ownNs this machine's monotonic clock, as it answers probes
   */
  public SteeredClock(LongSupplier ownNs, ClockMapping mapping) {
    this.ownNs = ownNs;
    this.mapping = mapping;
  }

  /** From now on it goes by {@code other}. */
  public void steer(ClockMapping other) {
    mapping = other;
  }

  @Override
  public long nowNs() {
    return mapping.runNs(ownNs.getAsLong());
  }
}
