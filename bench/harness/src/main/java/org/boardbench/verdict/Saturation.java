package org.boardbench.verdict;

import org.boardbench.account.result.StageResult;

/** Whether a server kept up with what was asked of it. */
public final class Saturation {
  private static final double KEPT_UP = 0.99;

  /** Nobody draws together with a board that answers after so long. */
  private static final double SLOW_NS = 1e9;

  private Saturation() {}

  /** What was owed arrived within the hold, but for what is always under way at its end. */
  private static boolean tookAll(StageResult result) {
    long owed = Math.max(result.owed().total(), result.hold().expected());
    return result.receivedInHold() >= KEPT_UP * owed;
  }

  /**
   * False when deliveries came too late or never, users were dropped or could not join, the server
   * took no more bytes, or the RTT was in seconds.
   */
  public static boolean keptUp(StageResult result) {
    int failures = result.connectFailures().values().stream().mapToInt(Integer::intValue).sum();
    boolean everybodyThere =
        result.disconnects().isEmpty() && failures == result.connectFailuresHere();
    boolean inTime = !result.rtt().isMeasured() || result.rtt().p95Ns() < SLOW_NS;
    return tookAll(result)
        && result.hold().lost() == 0
        && result.unserved() == 0
        && everybodyThere
        && inTime;
  }
}
