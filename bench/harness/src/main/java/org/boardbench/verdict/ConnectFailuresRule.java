package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.plan.ValiditySpec;

/** As many users took part as the row says. */
final class ConnectFailuresRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    int failures =
        hold.result().connectFailures().values().stream().mapToInt(Integer::intValue).sum();
    return Rule.over(Code.CONNECT_FAILURES, failures, bounds.connectFailures(), "");
  }
}
