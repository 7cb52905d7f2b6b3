package org.boardbench.protocol;

import java.util.concurrent.TimeUnit;

/**
 * When a question whose answer may have been missed is asked again: the first time after 200 ms,
 * then after pauses of which each is twice the last, lest a slow server get a flood.
 */
public final class ProbePauses {
  private static final long FIRST_NS = TimeUnit.MILLISECONDS.toNanos(200);

  private long pauseNs = FIRST_NS;
  private long nextNs = Long.MIN_VALUE;

  /**
   * Whether to ask again now. The first pause starts at the first call, since only the caller knows
   * the time.
   *
   * @param nowNs run clock
   */
  public boolean isOver(long nowNs) {
    if (nextNs == Long.MIN_VALUE) {
      nextNs = nowNs + pauseNs;
      return false;
    }
    if (nowNs < nextNs) {
      return false;
    }
    pauseNs *= 2;
    nextNs = nowNs + pauseNs;
    return true;
  }
}
