package org.boardbench.account.record;

/**
 * Counts seconds of the run clock from an origin.
 *
 * @param originNs when second 0 starts
 */
public record SecondGrid(long originNs) {
  private static final long SECOND_NS = 1_000_000_000L;

  /** The second that a moment is in; 0 for what precedes the origin. */
  public int of(long timeNs) {
    return (int) (Math.max(0, timeNs - originNs) / SECOND_NS);
  }

  public long startNs(int second) {
    return originNs + second * SECOND_NS;
  }
}
