package org.boardbench.verdict;

import java.util.Optional;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.results.row.MessageCounts;

/** The schedule was kept: what did not leave, and found room in its socket, the driver owes. */
final class UnsentRule implements Rule {
  @Override
  public Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds) {
    MessageCounts counts = hold.result().hold();
    if (counts.scheduled() == 0) {
      return Optional.empty();
    }
    // A server that takes no bytes, or drops its users, is a finding.
    long owed = counts.scheduled() - counts.sent() - hold.result().unserved();
    return Rule.over(
        ReasonCode.UNSENT, 100.0 * owed / counts.scheduled(), 100 - bounds.of(ReasonCode.UNSENT));
  }
}
