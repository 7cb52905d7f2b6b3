package org.boardbench.browser.felt;

import java.util.Optional;
import org.boardbench.browser.trace.FrameTrace;

/**
 * All that was seen of a hold, before it is put together.
 *
 * @param startNs when the hold began, {@code endNs} when it ended (run clock)
 * @param zeroNs what {@code System.nanoTime} shows at 0 of the run's clock
 * @param inputs pen movements given to the browser
 * @param ended how the browser ended before the hold did; empty when it did not
 */
record HoldSight(
    long startNs,
    long endNs,
    long zeroNs,
    long inputs,
    PageSight drawing,
    PageSight showing,
    PeerBook.Pages peers,
    Optional<FrameTrace> trace,
    Optional<String> ended) {
  /** What the pages are called. */
  static final String DRAWING = "drawing";

  static final String SHOWING = "showing";

  /**
   * Of one page.
   *
   * @param clock empty when it could not be asked
   */
  record PageSight(Observations observed, Optional<PageClock> clock) {
    static final PageSight NONE = new PageSight(Observations.NONE, Optional.empty());
  }

  boolean isInHold(long runNs) {
    return runNs >= startNs && runNs < endNs;
  }
}
