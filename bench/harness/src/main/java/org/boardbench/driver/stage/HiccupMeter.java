package org.boardbench.driver.stage;

import org.boardbench.core.RunClock;

/**
 * Notices when this whole process, or the machine, stalls: a thread that does nothing but sleep for
 * a moment and see how much too late it woke. What holds the loops up while they wait is in no
 * iteration of theirs, but in here. Thread-safe.
 */
public final class HiccupMeter implements AutoCloseable {
  /** Short against the stalls that matter, and too seldom to cost anything. */
  static final long PERIOD_MS = 5;

  private static final long PERIOD_NS = PERIOD_MS * 1_000_000;
  private static final long NEVER = Long.MAX_VALUE;

  private final RunClock clock;
  // Not one of the driver's threads by its name: its own wait for a core is no loop's.
  private final Thread thread =
      Thread.ofPlatform().daemon().name("hiccup-meter").unstarted(this::run);
  private long holdStartNs = NEVER;
  private long holdEndNs = NEVER;
  private long dueNs;
  private long hiccupMaxNs;

  /** Measures only when told to. */
  HiccupMeter(RunClock clock) {
    this.clock = clock;
    this.dueNs = clock.nowNs() + PERIOD_NS;
  }

  public static HiccupMeter start(RunClock clock) {
    HiccupMeter hiccupMeter = new HiccupMeter(clock);
    hiccupMeter.thread.start();
    return hiccupMeter;
  }

  /** From now on only what lies between these moments counts (run clock). */
  synchronized void hold(long startNs, long endNs) {
    holdStartNs = startNs;
    holdEndNs = endNs;
    hiccupMaxNs = 0;
  }

  /** The longest hiccup within the hold so far, one that has not ended included. */
  synchronized long hiccupMaxNs() {
    return Math.max(hiccupMaxNs, lateNs(clock.nowNs()));
  }

  /** A sleep has ended, the next one begins. */
  synchronized void woke() {
    long nowNs = clock.nowNs();
    hiccupMaxNs = Math.max(hiccupMaxNs, lateNs(nowNs));
    dueNs = nowNs + PERIOD_NS;
  }

  /** How much of the time since the sleep should have ended lies within the hold. */
  private long lateNs(long nowNs) {
    return Math.max(0, Math.min(nowNs, holdEndNs) - Math.max(dueNs, holdStartNs));
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(PERIOD_MS);
        woke();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
