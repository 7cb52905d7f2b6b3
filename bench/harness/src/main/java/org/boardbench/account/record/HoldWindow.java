package org.boardbench.account.record;

/**
 * The bounds of a stage's hold: no moment belongs to it before they are known. Written by the
 * stage's thread, read by the loops.
 */
public final class HoldWindow {
  private volatile long startNs = Long.MAX_VALUE;
  private volatile long endNs = Long.MAX_VALUE;

  public void set(long startNs, long endNs) {
    if (endNs < startNs) {
      throw new IllegalArgumentException("a hold from " + startNs + " cannot end at " + endNs);
    }
    // The end first: who sees the start sees the end too.
    this.endNs = endNs;
    this.startNs = startNs;
  }

  public boolean isSet() {
    return startNs != Long.MAX_VALUE;
  }

  public long startNs() {
    return startNs;
  }

  public long endNs() {
    return endNs;
  }

  public boolean contains(long timeNs) {
    return timeNs >= startNs && timeNs < endNs;
  }

  /** Whether the hold or what comes after it has begun. */
  public boolean hasBegun(long timeNs) {
    return timeNs >= startNs;
  }

  /** How much of a span lies within. */
  public long overlapNs(long fromNs, long toNs) {
    long holdStartNs = startNs;
    return Math.max(0, Math.min(toNs, endNs) - Math.max(fromNs, holdStartNs));
  }
}
