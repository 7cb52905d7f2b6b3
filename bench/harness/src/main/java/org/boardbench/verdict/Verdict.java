package org.boardbench.verdict;

import java.util.List;
import org.boardbench.plan.ValiditySpec;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;

/**
 * Whether a row's figures are the server's. A saturated server is a finding and no reason: what is
 * judged is the driver, the machine, and whether there was enough to measure.
 *
 * @param reasons why not, in the order of {@link ReasonCode}; none when the row is valid
 */
public record Verdict(List<Reason> reasons) {
  private static final List<Rule> RULES =
      List.of(
          new UnsentRule(),
          new SendDelayRule(),
          new DriverCpuRule(),
          new StallRule(),
          new RunDelayRule(),
          new StealRule(),
          new DriftRule(),
          new FewSamplesRule(),
          new ConnectFailuresRule(),
          new ClockStepRule(),
          new BackpressureRule(),
          new ForeignLoadRule());

  public Verdict {
    reasons = List.copyOf(reasons);
  }

  /** Judges a hold by every rule; what was not measured is not judged. */
  public static Verdict of(HoldEvidence hold, ValiditySpec bounds) {
    return new Verdict(RULES.stream().flatMap(rule -> rule.judge(hold, bounds).stream()).toList());
  }

  /** True when the row is valid. */
  public boolean isValid() {
    return reasons.isEmpty();
  }

  /** {@code run-delay 12.3 % > 5 %; stall 81 ms > 50 ms}; empty when the row is valid. */
  public String text() {
    return InvalidReason.cell(reasons);
  }
}
