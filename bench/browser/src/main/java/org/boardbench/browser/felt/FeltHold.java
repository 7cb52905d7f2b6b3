package org.boardbench.browser.felt;

import java.util.concurrent.CompletableFuture;

/** A hold that a browser looks at: begun and ended by the trial's thread, seen by the browser's. */
final class FeltHold {
  private static final long GOES_ON = Long.MAX_VALUE;

  private final long startNs;
  private final CompletableFuture<HoldSight> sight = new CompletableFuture<>();
  private volatile long endNs = GOES_ON;

  /**
   * @param startNs run clock
   */
  FeltHold(long startNs) {
    this.startNs = startNs;
  }

  long startNs() {
    return startNs;
  }

  /** In the far future while it goes on. */
  long endNs() {
    return endNs;
  }

  boolean goesOn() {
    return endNs == GOES_ON;
  }

  void end(long atNs) {
    endNs = atNs;
  }

  /** Once the browser is done with it. */
  CompletableFuture<HoldSight> sight() {
    return sight;
  }
}
