package org.boardbench.trial.capacity;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.findings.capacity.CarriedUsers;

/**
 * Between which loads the capacity of one start lies, for one objective. What is kept above the
 * first violation does not count: where the two contradict each other, the violation is believed.
 *
 * @param lower the highest load that was kept below the first violation; empty when none was
 * @param upper the load of the first violation; empty when the start came to its end before
 */
public record StartCapacity(OptionalInt lower, OptionalInt upper) {
  static StartCapacity of(int objective, List<LoadOutcome> holds) {
    OptionalInt lower = OptionalInt.empty();
    for (LoadOutcome hold : holds) {
      if (hold.hasViolated(objective)) {
        return new StartCapacity(lower, OptionalInt.of(hold.users()));
      }
      if (hold.hasKept(objective)) {
        lower = OptionalInt.of(hold.users());
      }
    }
    return new StartCapacity(lower, OptionalInt.empty());
  }

  /** What a start in small steps says beside others. */
  CarriedUsers.OfStart carried(LoadGrid grid) {
    OptionalInt below = upper.isPresent() ? grid.below(upper.getAsInt()) : OptionalInt.empty();
    return new CarriedUsers.OfStart(
        lower,
        upper,
        users(grid),
        isAtMost(grid),
        below.isPresent()
            ? OptionalDouble.of(Math.sqrt((double) upper.getAsInt() / below.getAsInt()))
            : OptionalDouble.empty());
  }

  /**
   * What a start in small steps has: the geometric middle of the step in which it first violated
   * the objective; the highest load that it kept where it did not; and the load of the violation
   * where it kept none just below. Empty when it did neither.
   */
  OptionalDouble users(LoadGrid grid) {
    if (isAtLeast()) {
      return lower.isPresent() ? OptionalDouble.of(lower.getAsInt()) : OptionalDouble.empty();
    }
    double violated = upper.getAsInt();
    return OptionalDouble.of(
        isAtMost(grid)
            ? violated
            : Math.sqrt(violated * grid.below(upper.getAsInt()).orElseThrow()));
  }

  /** Whether nobody knows how much more than {@code lower} it is. */
  public boolean isAtLeast() {
    return upper.isEmpty();
  }

  /**
   * Whether nobody knows how much less than {@code upper} it is: a start in small steps violated
   * the objective where it first looked for it, and kept no load just below.
   */
  boolean isAtMost(LoadGrid grid) {
    return violatedAtOnce() || (upper.isPresent() && !lower.equals(grid.below(upper.getAsInt())));
  }

  /** Whether it violated the objective and had kept no load before. */
  public boolean violatedAtOnce() {
    return upper.isPresent() && lower.isEmpty();
  }
}
