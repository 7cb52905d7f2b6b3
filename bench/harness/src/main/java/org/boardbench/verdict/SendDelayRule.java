package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.results.reason.Bound;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.results.row.TimeFigures;

/** Messages left when they were due, measured by what it would do to the times. */
final class SendDelayRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    TimeFigures rtt = hold.result().rtt();
    double sharePct = bounds.of(Bound.SEND_DELAY_SHARE);
    double shareMs = rtt.inMs(TimeFigures::p50Ns).orElse(0) * sharePct / 100;
    double boundMs = Math.max(bounds.of(ReasonCode.SEND_DELAY), shareMs);
    TimeFigures delay = hold.result().driverSendDelay();
    return Rule.over(ReasonCode.SEND_DELAY, delay.inMs(TimeFigures::p99Ns), boundMs);
  }
}
