package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.results.reason.Bound;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.results.row.TimeFigures;

/**
 * The driver never stalled for long, measured by the hold too. With arrivals timestamped by the
 * kernel that does no harm, unless sends were late by it.
 */
final class StallRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    double shareMs = hold.result().holdSeconds() * 1000 * bounds.of(Bound.STALL_SHARE) / 100;
    double boundMs = Math.max(bounds.of(ReasonCode.STALL), shareMs);
    TimeFigures delay = hold.result().driverSendDelay();
    boolean wereSendsLate = delay.inMs(TimeFigures::maxNs).orElse(0) > boundMs;
    if (!hold.isDatedByDriver() && !wereSendsLate) {
      return Optional.empty();
    }
    return Rule.over(ReasonCode.STALL, hold.result().stallMaxNs() / NS_PER_MS, boundMs);
  }
}
