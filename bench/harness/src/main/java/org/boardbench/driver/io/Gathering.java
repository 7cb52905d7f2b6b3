package org.boardbench.driver.io;

/**
 * Lets a few frames come together before they are read, which then costs one switch of threads for
 * all of them, and the server none to wake this one. Only where the times of arrival are the
 * kernel's, so that no figure is later for it.
 *
 * @param mostNs for how long at most; 0 for not at all
 */
record Gathering(long mostNs) {
  static final Gathering NONE = new Gathering(0);

  /** A shorter time would be over before the thread sleeps. */
  private static final long LEAST_NS = 10_000;

  /**
   * For how long, 0 for not at all.
   *
   * @param leftNs until the thread must be awake for what is due
   */
  long ns(long leftNs) {
    return leftNs < LEAST_NS ? 0 : Math.min(mostNs, leftNs);
  }
}
