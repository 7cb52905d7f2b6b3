package org.boardbench.core;

/**
 * The run's one clock: monotonic nanoseconds since the run's epoch. Every time in stamps, ledgers
 * and histograms is taken from it; tests script it.
 */
@FunctionalInterface
public interface RunClock {
  long nowNs();

  /** A clock whose epoch is now; {@link EpochClock} knows when that was on the wall. */
  static RunClock startingNow() {
    long epochNs = System.nanoTime();
    return () -> System.nanoTime() - epochNs;
  }
}
