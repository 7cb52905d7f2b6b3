package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.results.reason.Bound;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;

/**
 * Enough messages lie beyond the highest percentile. Those sent count, for loss is a finding, and
 * those that the server left no way to send: so are refused and dropped users.
 */
final class FewSamplesRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    long messages = hold.result().hold().sent() + hold.result().unserved();
    // Rounded, or 10 000 messages would have 9.999… beyond the percentile 99.9.
    double beyond = Math.round(messages * (100 - bounds.of(Bound.PERCENTILE)) * 1e3) / 1e5;
    double fewest = bounds.of(ReasonCode.FEW_SAMPLES);
    return beyond < fewest
        ? Optional.of(new Reason(ReasonCode.FEW_SAMPLES, beyond, fewest))
        : Optional.empty();
  }
}
