package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.plan.ValiditySpec;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;

/**
 * No user was kept away by the driver or the machine. A server that refuses or drops users, or lets
 * them wait in vain, is a finding.
 */
final class ConnectFailuresRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    int failures = hold.result().connectFailuresHere();
    return Rule.over(ReasonCode.CONNECT_FAILURES, failures, bounds.connectFailures(), "");
  }
}
