package org.boardbench.findings.capacity;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.FigureKind;
import org.boardbench.statistics.Interval;

/**
 * How many users a variant carries by one objective, as its starts in small steps say: each has a
 * capacity of its own, so that they can be treated as any figure of starts.
 *
 * @param planned starts that must have come to a violation
 * @param first the lowest load of the search
 */
public record CarriedUsers(int planned, int first, List<OfStart> starts) {
  public CarriedUsers {
    starts = List.copyOf(starts);
  }

  /**
   * What one start says.
   *
   * @param lower the highest load that it kept below its first violation; empty when it kept none
   * @param upper the load of its first violation; empty when it came to its end before
   * @param users what it counts as; empty when no hold of it decided
   * @param isAtMost whether nobody knows how much less than {@code upper} it is
   * @param halfStep from {@code upper} to the middle of the step below it, as a factor; empty where
   *     there is none, or nobody knows it
   */
  public record OfStart(
      OptionalInt lower,
      OptionalInt upper,
      OptionalDouble users,
      boolean isAtMost,
      OptionalDouble halfStep) {
    boolean isAtLeast() {
      return upper.isEmpty();
    }
  }

  /** The starts that came to a violation. */
  public List<OfStart> closed() {
    return starts.stream().filter(start -> !start.isAtLeast()).toList();
  }

  /**
   * Whether it may be any amount more than the mean: too few starts came to a violation, or one
   * that did not had gone as far as any that did.
   */
  public boolean isAtLeast() {
    int farthest = closed().stream().mapToInt(start -> start.upper().orElseThrow()).max().orElse(0);
    return closed().size() < planned
        || starts.stream()
            .filter(OfStart::isAtLeast)
            .anyMatch(start -> start.lower().orElse(0) >= farthest);
  }

  /**
   * Whether it may be any amount less than the mean: a start violated the objective where it first
   * looked for it. To leave that one out, or to take it as just below, would make a server that
   * sometimes breaks early look like one that never does.
   */
  public boolean isAtMost() {
    return atMostStarts() > 0;
  }

  public int atMostStarts() {
    return (int) starts.stream().filter(OfStart::isAtMost).count();
  }

  /** How many came to their end before a violation. */
  public int atLeastStarts() {
    return (int) starts.stream().filter(OfStart::isAtLeast).count();
  }

  /**
   * In users, a value for each start that counts; where the estimate is at least so much, also of
   * those that came to no violation. None where no start kept any load of the search.
   */
  public List<Double> values() {
    return keptNone() ? List.of() : counting().map(start -> start.users().orElseThrow()).toList();
  }

  private Stream<OfStart> counting() {
    return (isAtLeast() ? starts : closed()).stream().filter(start -> start.users().isPresent());
  }

  private boolean keptNone() {
    return starts.stream().noneMatch(start -> start.lower().isPresent())
        && closed().stream().allMatch(start -> start.upper().orElseThrow() <= first);
  }

  /** The geometric mean of the values; empty when there is none. */
  public OptionalDouble mean() {
    return overStarts().mean();
  }

  /**
   * The same; empty too where nobody knows a side of it: it would be at least and at most so much.
   */
  public OptionalDouble decidedMean() {
    return isAtLeast() && isAtMost() ? OptionalDouble.empty() : mean();
  }

  /**
   * Where the mean's 95 % interval begins. Empty of too few starts, where it may be any amount
   * less, and where it may be any amount more and half of the starts or more do not say how much:
   * those that do are too few to say how far starts are apart.
   */
  public OptionalDouble low() {
    return isAtMost() || (isAtLeast() && areHalf(OfStart::isAtLeast))
        ? OptionalDouble.empty()
        : end(interval -> interval.low() / halfStep());
  }

  /** Where it ends; empty in the same way, of the other side. */
  public OptionalDouble high() {
    return isAtLeast() || (isAtMost() && areHalf(OfStart::isAtMost))
        ? OptionalDouble.empty()
        : end(interval -> interval.high() * halfStep());
  }

  private boolean areHalf(Predicate<OfStart> which) {
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
   * starts which all end in one would leave no width at all. Of the largest step; 1 without any.
   */
  private double halfStep() {
    return closed().stream().flatMapToDouble(start -> start.halfStep().stream()).max().orElse(1);
  }
}
