package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.plan.ValiditySpec;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;

/** The machine worked for this trial alone, and what else ran took next to nothing. */
final class ForeignLoadRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    return Rule.over(ReasonCode.FOREIGN_LOAD, hold.foreignPct(), bounds.foreignLoadPct(), "%");
  }
}
