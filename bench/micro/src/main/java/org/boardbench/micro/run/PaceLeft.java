package org.boardbench.micro.run;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.boardbench.view.terminal.text.Countdown;

/** Estimates when a number of equally long cases end: by the plan, then by the pace so far. */
final class PaceLeft implements Countdown {
  private final LongSupplier nowNs;
  private final int cases;
  private final double plannedNs;
  private final long startNs;
  private int ended;
  private long endedNs;

  /**
   * @param planned time of one case
   * @param nowNs a monotonic clock
   */
  PaceLeft(int cases, Duration planned, LongSupplier nowNs) {
    this.nowNs = nowNs;
    this.cases = cases;
    this.plannedNs = planned.toNanos();
    this.startNs = nowNs.getAsLong();
    this.endedNs = startNs;
  }

  synchronized void caseEnded() {
    ended++;
    endedNs = nowNs.getAsLong();
  }

  @Override
  public synchronized Duration elapsed() {
    return Duration.ofNanos(nowNs.getAsLong() - startNs);
  }

  @Override
  public synchronized Duration remaining() {
    // The plan counts as one case, so that the first that ends does not throw it over.
    double paceNs = (plannedNs + (endedNs - startNs)) / (1 + ended);
    double runningNs = nowNs.getAsLong() - endedNs;
    double leftNs = Math.max(0, (cases - ended) * paceNs - Math.min(runningNs, paceNs));
    return Duration.ofNanos((long) leftNs);
  }
}
