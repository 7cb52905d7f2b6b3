package org.boardbench.trial.capacity;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
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
   * Whether it may be any amount less than the mean: a start violated the objective where it first
   * looked for it. To leave that one out, or to take it as just below, would make a server that
   * sometimes breaks early look like one that never does.
   */
  boolean isAtMost() {
    return atMostStarts() > 0;
  }

  int atMostStarts() {
    return (int) starts.stream().filter(start -> start.isAtMost(grid)).count();
  }

  /**
   * In users, a value for each start that counts, see {@link StartCapacity#users}; where the
   * estimate is at least so much, also of those that came to no violation. None where no start kept
   * any load of the search.
   */
  List<Double> values() {
    return keptNone()
        ? List.of()
        : counting().map(start -> start.users(grid).orElseThrow()).toList();
  }

  private Stream<StartCapacity> counting() {
    return (isAtLeast() ? starts : closed())
        .stream().filter(start -> start.users(grid).isPresent());
  }

  private boolean keptNone() {
    return starts.stream().noneMatch(start -> start.lower().isPresent())
        && closed().stream().allMatch(start -> start.upper().orElseThrow() <= grid.first());
  }

  /** The geometric mean of the values; empty when there is none. */
  OptionalDouble mean() {
    return overStarts().mean();
  }

  /**
   * Where the mean's 95 % interval begins. Empty of too few starts, where it may be any amount
   * less, and where it may be any amount more and half of the starts or more do not say how much:
   * those that do are too few to say how far starts are apart.
   */
  OptionalDouble low() {
    return isAtMost() || (isAtLeast() && areHalf(StartCapacity::isAtLeast))
        ? OptionalDouble.empty()
        : end(interval -> interval.low() / halfStep());
  }

  /** Where it ends; empty in the same way, of the other side. */
  OptionalDouble high() {
    return isAtLeast() || (isAtMost() && areHalf(start -> start.isAtMost(grid)))
        ? OptionalDouble.empty()
        : end(interval -> interval.high() * halfStep());
  }

  private boolean areHalf(Predicate<StartCapacity> which) {
    return 2 * counting().filter(which).count() >= counting().count();
  }

  private OptionalDouble end(ToDoubleFunction<Interval> which) {
    return overStarts().bounds().interval().stream().mapToDouble(which).findFirst();
  }

  private Estimate overStarts() {
    return Estimate.of(FigureKind.CAPACITY, values().stream().mapToDouble(Double::doubleValue));
  }

  /**
   * By which the interval is wider at either end: a step hides where in it a capacity lies, so that
   * starts which all end in one would leave no width at all. Of the largest step in whose middle a
   * value lies; 1 without any.
   */
  private double halfStep() {
    return closed().stream()
        .mapToInt(start -> start.upper().orElseThrow())
        .filter(upper -> grid.below(upper).isPresent())
        .mapToDouble(upper -> Math.sqrt((double) upper / grid.below(upper).getAsInt()))
        .max()
        .orElse(1);
  }
}
