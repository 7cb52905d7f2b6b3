package org.boardbench.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;

/** One thing that must hold of a row. Stateless. */
@FunctionalInterface
interface Rule {
  double NS_PER_MS = 1e6;

  /** Empty when it holds, and where what it needs was not measured. */
  Optional<Reason> judge(HoldEvidence hold, ValiditySpec bounds);

  /** A rule by which a figure may be as great as its bound; where it was not measured, it holds. */
  static Rule atMost(ReasonCode code, Function<HoldEvidence, OptionalDouble> measured) {
    return (hold, bounds) -> over(code, measured.apply(hold), bounds.of(code));
  }

  /**
   * A reason when {@code measured} is above {@code bound}, both in the unit of the code's bound.
   */
  static Optional<Reason> over(ReasonCode code, double measured, double bound) {
    return measured > bound ? Optional.of(new Reason(code, measured, bound)) : Optional.empty();
  }

  /** The reason when {@code measured} is over its bound; none where nothing was measured. */
  static Optional<Reason> over(ReasonCode code, OptionalDouble measured, double bound) {
    return measured.isPresent() ? over(code, measured.getAsDouble(), bound) : Optional.empty();
  }
}
