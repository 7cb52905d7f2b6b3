package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.measure.TimeSummary;
import org.boardbench.plan.ValiditySpec;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;

/** Messages left when they were due, measured by what it would do to the times. */
final class SendDelayRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    TimeSummary delay = hold.result().driverSendDelay();
    if (!delay.isMeasured()) {
      return Optional.empty();
    }
    TimeSummary rtt = hold.result().rtt();
    double shareNs = rtt.isMeasured() ? rtt.p50Ns() * bounds.sendDelaySharePct() / 100 : 0;
    double boundNs = Math.max((double) bounds.sendDelay().toNanos(), shareNs);
    return Rule.over(ReasonCode.SEND_DELAY, delay.p99Ns() / NS_PER_MS, boundNs / NS_PER_MS, "ms");
  }
}
