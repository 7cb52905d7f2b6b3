package org.boardbench.junit;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long tests wait for what another thread or process does. It costs nothing when all is well.
 */
public final class Patience {
  /** Longer than a busy machine makes anybody wait. */
  public static final Duration TIME = Duration.ofMinutes(5);

  private Patience() {}

  /** Waits until {@code condition} holds; fails when it does not come to that. */
  public static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long deadlineNs = System.nanoTime() + TIME.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadlineNs > 0) {
        throw new AssertionError("has not happened in " + TIME.toSeconds() + " s: " + what);
      }
      Thread.sleep(10);
    }
  }
}
