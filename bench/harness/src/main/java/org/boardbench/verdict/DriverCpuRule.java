package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;

/** The driver had time left: near its limit it queues, and its queue is in the times. */
final class DriverCpuRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    return hold.driverCpuPct().isPresent()
        ? Rule.over(
            ReasonCode.DRIVER_CPU,
            hold.driverCpuPct().getAsDouble() / hold.driverCores(),
            bounds.of(ReasonCode.DRIVER_CPU))
        : Optional.empty();
  }
}
