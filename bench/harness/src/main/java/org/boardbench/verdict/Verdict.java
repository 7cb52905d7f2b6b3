package org.boardbench.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.boardbench.plan.model.ValiditySpec;
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
  public Verdict {
    reasons = List.copyOf(reasons);
  }

  /** Judges a hold by every rule; what was not measured is not judged. */
  public static Verdict of(HoldEvidence hold, ValiditySpec bounds) {
    return new Verdict(
        Arrays.stream(ReasonCode.values())
            .flatMap(code -> rule(code).judge(hold, bounds).stream())
            .toList());
  }

  /** A code without a rule does not compile. */
  private static Rule rule(ReasonCode code) {
    return switch (code) {
      case UNSENT -> new UnsentRule();
      case SEND_DELAY -> new SendDelayRule();
      case DRIVER_CPU -> Rule.atMost(code, HoldEvidence::driverCpuSharePct);
      case STALL -> new StallRule();
      case RUN_DELAY -> new RunDelayRule();
      case STEAL -> Rule.atMost(code, HoldEvidence::stealPct);
      case DRIFT -> new DriftRule();
      case FEW_SAMPLES -> new FewSamplesRule();
      case CONNECT_FAILURES -> Rule.atMost(code, HoldEvidence::connectFailures);
      case CLOCK_STEP -> Rule.atMost(code, HoldEvidence::clockStepMs);
      case BACKPRESSURE -> Rule.atMost(code, HoldEvidence::receiveBufferPct);
      case FOREIGN_LOAD -> Rule.atMost(code, HoldEvidence::foreignPct);
      case AGENT_LOST -> Rule.atMost(code, hold -> OptionalDouble.of(hold.agentsLost()));
      case PROFILED -> Rule.atMost(code, HoldEvidence::profilerSamplesPerS);
      case CLOCK_ERROR -> Rule.atMost(code, HoldEvidence::clockErrorPct);
    };
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
