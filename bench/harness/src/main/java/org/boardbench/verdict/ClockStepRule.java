package org.boardbench.verdict;

import java.util.Optional;
import java.util.OptionalLong;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;

/** The wall clock, by which the kernel dates arrivals, was not set during the hold. */
final class ClockStepRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    OptionalLong moveNs = hold.result().clockMoveMaxNs();
    return moveNs.isPresent()
        ? Rule.over(
            ReasonCode.CLOCK_STEP, moveNs.getAsLong() / NS_PER_MS, bounds.of(ReasonCode.CLOCK_STEP))
        : Optional.empty();
  }
}
