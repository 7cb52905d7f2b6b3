package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.plan.ValiditySpec;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;

/** The machine was this one's own. */
final class StealRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    return Rule.over(ReasonCode.STEAL, hold.stealPct(), bounds.stealPct(), "%");
  }
}
