package org.boardbench.view.metrics.live;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Remembers when the page was last asked for and answered in full. Thread-safe. */
final class LastScrape {
  /** Lets some time pass. */
  @FunctionalInterface
  interface Pause {
    void millis(long millis) throws InterruptedException;
  }

  private static final long NEVER = Long.MIN_VALUE;
  private static final long POLL_MS = 20;

  private final LongSupplier nowNs;
  private final Pause pause;
  private volatile long lastNs = NEVER;

  LastScrape(LongSupplier nowNs, Pause pause) {
    this.nowNs = nowNs;
    this.pause = pause;
  }

  /** The page has gone out; it is as old as {@code askedNs}. */
  void answered(long askedNs) {
    lastNs = askedNs;
  }

  /**
   * Waits until a page has gone out that was asked for from now on. Returns at once when nobody has
   * asked for one lately.
   *
   * @param lately how long ago the last one may be
   * @param atMost how long to wait
   */
  void awaitNext(Duration lately, Duration atMost) throws InterruptedException {
    long startNs = nowNs.getAsLong();
    if (lastNs == NEVER || startNs - lastNs > lately.toNanos()) {
      return;
    }
    while (lastNs < startNs && nowNs.getAsLong() - startNs < atMost.toNanos()) {
      pause.millis(POLL_MS);
    }
  }
}
