package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.plan.ValiditySpec;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.results.row.TimeFigures;

/** Messages left when they were due, measured by what it would do to the times. */
final class SendDelayRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    TimeFigures delay = hold.result().driverSendDelay();
    if (!delay.isMeasured()) {
      return Optional.empty();
    }
    TimeFigures rtt = hold.result().rtt();
    double shareNs = rtt.isMeasured() ? rtt.p50Ns() * bounds.sendDelaySharePct() / 100 : 0;
    double boundNs = Math.max((double) bounds.sendDelay().toNanos(), shareNs);
    return Rule.over(ReasonCode.SEND_DELAY, delay.p99Ns() / NS_PER_MS, boundNs / NS_PER_MS, "ms");
  }
}
