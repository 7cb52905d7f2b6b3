package org.boardbench.trial.capacity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.FigureKind;
import org.boardbench.statistics.Interval;

/**
 * What the starts of a staircase say of one objective: each has a capacity of its own, so that they
 * can be treated as any figure of starts.
 *
 * @param planned starts that must have come to a violation
 */
record CapacityEstimate(LoadGrid grid, int planned, List<StartCapacity> starts) {
  CapacityEstimate {
    starts = List.copyOf(starts);
  }

  /** The starts that came to a violation. */
  List<StartCapacity> closed() {
    return starts.stream().filter(start -> !start.isAtLeast()).toList();
  }

  /**
   * Whether it may be any amount more than the mean: too few starts came to a violation, or one
   * that did not had gone as far as any that did.
   */
  boolean isAtLeast() {
    int farthest = closed().stream().mapToInt(start -> start.upper().orElseThrow()).max().orElse(0);
    return closed().size() < planned
        || starts.stream()
            .filter(StartCapacity::isAtLeast)
            .anyMatch(start -> start.lower().orElse(0) >= farthest);
  }

  /**
   * In users, a value for each start that counts: the geometric middle of its step; where the
   * estimate is at least so much, also what the others have kept. Starts that kept nothing at all
   * have none.
   */
  List<Double> values() {
    List<StartCapacity> counting = isAtLeast() ? starts : closed();
    return counting.stream()
        .map(start -> start.users(grid))
        .filter(OptionalDouble::isPresent)
        .map(OptionalDouble::getAsDouble)
        .toList();
  }

  /** The geometric mean of the values; empty when there is none. */
  OptionalDouble mean() {
    return overStarts().mean();
  }

  /**
   * The 95 % interval of the mean, half a step wider at either end: a step hides where in it a
   * capacity lies, so that starts which all end in one would leave no width at all. Empty of too
   * few starts, and where it may be any amount more.
   */
  Optional<Interval> interval() {
    double half = Math.sqrt(step());
    return isAtLeast()
        ? Optional.empty()
        : overStarts()
            .bounds()
            .interval()
            .map(ofMean ->
                new Interval(ofMean.low() / half, ofMean.high() * half, ofMean.confidence()));
  }

  private Estimate overStarts() {
    return Estimate.of(FigureKind.CAPACITY, values().stream().mapToDouble(Double::doubleValue));
  }

  /** The largest step in whose middle a value lies: upper load by lower load; 1 without any. */
  private double step() {
    return closed().stream()
        .mapToInt(start -> start.upper().orElseThrow())
        .filter(upper -> grid.below(upper).isPresent())
        .mapToDouble(upper -> (double) upper / grid.below(upper).getAsInt())
        .max()
        .orElse(1);
  }
}
