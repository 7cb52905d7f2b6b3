package org.boardbench.driver.io;

import org.boardbench.core.RunClock;

/**
 * How much earlier than a send a wait must end, so that the thread runs when the send is due: what
 * the last waits needed to get the thread going. What is left then, some microseconds, is spun.
 * Used by one thread.
 */
final class WakeLead {
  /** A thread that needs longer has had to wait for its core, which no lead can foresee. */
  static final long MOST_NS = 50_000;

  /** The last wait counts for an eighth. */
  private static final int MEMORY = 8;

  private final RunClock clock;
  private long leadNs;

  WakeLead(RunClock clock) {
    this.clock = clock;
  }

  long ns() {
    return leadNs;
  }

  /** A wait that was to end at {@code wakeNs} has ended; returns when {@code dueNs} has come. */
  void awaitDue(long wakeNs, long dueNs) {
    long nowNs = clock.nowNs();
    long lateNs = nowNs - wakeNs;
    if (lateNs >= 0 && lateNs <= MOST_NS) {
      leadNs += (lateNs - leadNs) / MEMORY;
    }
    while (nowNs < dueNs && dueNs - nowNs <= MOST_NS) {
      Thread.onSpinWait();
      nowNs = clock.nowNs();
    }
  }
}
