package org.boardbench.clients;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.boardbench.core.RunClock;

/**
 * Waits until a count that only grows has come to rest, so that what is still on its way is not
 * taken for lost.
 */
final class Quiet {
  /** Longer than the driver's loops and a server's wait for a core on a busy machine. */
  private static final Duration BETWEEN_READINGS = Duration.ofMillis(250);

  private final RunClock clock;
  private final Pause pause;

  Quiet(RunClock clock) {
    this(clock, Thread::sleep);
  }

  Quiet(RunClock clock, Pause pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /** Lets time pass. */
  interface Pause {
    void sleep(Duration duration) throws InterruptedException;
  }

  /**
   * Returns once two readings in a row are equal, or {@code most} has passed.
   *
   * @return the last reading
   */
  long await(LongSupplier count, Duration most) throws InterruptedException {
    long deadlineNs = clock.nowNs() + most.toNanos();
    long before = count.getAsLong();
    while (true) {
      pause.sleep(BETWEEN_READINGS);
      long now = count.getAsLong();
      if (now == before || clock.nowNs() >= deadlineNs) {
        return now;
      }
      before = now;
    }
  }
}
