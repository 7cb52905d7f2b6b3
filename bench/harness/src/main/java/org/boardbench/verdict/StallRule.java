package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.results.row.TimeFigures;

/**
 * The driver never stalled for long. With arrivals timestamped by the kernel that does no harm,
 * unless sends were late by it.
 */
final class StallRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    double boundMs = bounds.of(ReasonCode.STALL);
    TimeFigures delay = hold.result().driverSendDelay();
    boolean wereSendsLate = delay.inMs(TimeFigures::maxNs).orElse(0) > boundMs;
    if (!hold.isDatedByDriver() && !wereSendsLate) {
      return Optional.empty();
    }
    return Rule.over(ReasonCode.STALL, hold.result().stallMaxNs() / NS_PER_MS, boundMs);
  }
}
