package org.boardbench.view.web;

/**
 * So much of something in a second, and what is left of it for one second more. Used by one thread.
 */
final class Budget {
  private static final double NS_PER_S = 1e9;

  private final double perSecond;
  private double left;
  private long filledNs;

  /** It is full at first. */
  Budget(double perSecond, long nowNs) {
    this.perSecond = perSecond;
    this.left = perSecond;
    this.filledNs = nowNs;
  }

  /** Whether anything is left. */
  boolean hasAny(long nowNs) {
    long passedNs = Math.max(0, nowNs - filledNs);
    left = Math.min(perSecond, left + perSecond * passedNs / NS_PER_S);
    filledNs = nowNs;
    return left >= 1;
  }

  /** Takes it, though there may be less: then it is paid back before there is anything again. */
  void take(double amount) {
    left -= amount;
  }
}
