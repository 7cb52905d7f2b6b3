package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.plan.ValiditySpec;

/** The machine was this one's own. */
final class StealRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    return Rule.over(Code.STEAL, hold.stealPct(), bounds.stealPct(), "%");
  }
}
