package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.plan.ValiditySpec;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;

/**
 * The driver read soon enough that no server was kept from sending. What filled a receive buffer at
 * once, before any driver could have read it, does not count.
 */
final class BackpressureRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    return Rule.over(
        ReasonCode.BACKPRESSURE,
        hold.result().arrival().receiveBufferMaxPct(),
        bounds.backpressurePct(),
        "%");
  }
}
