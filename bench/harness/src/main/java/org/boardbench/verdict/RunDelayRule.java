package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.plan.ValiditySpec;

/** No thread of the driver waited long for a core. */
final class RunDelayRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    return Rule.over(Code.RUN_DELAY, hold.driverRunDelayPct(), bounds.runDelayPct(), "%");
  }
}
