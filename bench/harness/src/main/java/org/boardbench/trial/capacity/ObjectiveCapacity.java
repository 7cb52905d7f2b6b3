package org.boardbench.trial.capacity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.statistics.Interval;

/**
 * The most users at which a variant keeps an objective.
 *
 * @param starts what each start of the staircase says, in order
 * @param values in users, one for each start that counts; the trial is the unit
 * @param mean their geometric mean; empty when no start kept the objective under any load, and
 *     where nobody knows a side of it: it would be at least and at most so much
 * @param low where the mean's 95 % interval begins; empty of fewer than three starts, and where its
 *     lower end is open
 * @param high where it ends; empty of fewer than three starts, and where its upper end is open
 * @param isAtLeast whether it may be any amount more than {@code mean}, because the driver's limit
 *     or the last load came first
 * @param atMostStarts how many violated it at the first load at which they looked for it
 * @param lowerBound the highest load that was confirmed; empty when none was
 * @param upperBound the lowest load that was refuted with the longer hold; empty when none was
 */
public record ObjectiveCapacity(
    List<StartCapacity> starts,
    List<Double> values,
    OptionalDouble mean,
    OptionalDouble low,
    OptionalDouble high,
    boolean isAtLeast,
    int atMostStarts,
    OptionalInt lowerBound,
    OptionalInt upperBound) {
  public ObjectiveCapacity {
    starts = List.copyOf(starts);
    values = List.copyOf(values);
  }

  /** Whether it may be any amount less than {@code mean}. */
  public boolean isAtMost() {
    return atMostStarts > 0;
  }

  /** How many came to their end before a violation. */
  public int atLeastStarts() {
    return (int) starts.stream().filter(StartCapacity::isAtLeast).count();
  }

  /** Of the mean; empty where an end of it is. */
  public Optional<Interval> interval() {
    return low.isPresent() && high.isPresent()
        ? Optional.of(new Interval(low.getAsDouble(), high.getAsDouble(), Interval.CONFIDENCE))
        : Optional.empty();
  }
}
