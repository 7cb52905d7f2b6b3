package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;

/**
 * No thread of the driver that dates arrivals waited long for a core. Where the kernel dates them,
 * a driver that waits shows in its sends and in what it leaves unread, which have rules of their
 * own.
 */
final class RunDelayRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    if (!hold.isDatedByDriver()) {
      return Optional.empty();
    }
    return Rule.over(
        ReasonCode.RUN_DELAY, hold.driverRunDelayPct(), bounds.of(ReasonCode.RUN_DELAY));
  }
}
