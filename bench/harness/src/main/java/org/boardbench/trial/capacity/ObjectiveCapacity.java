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
 * @param mean their geometric mean; empty when no start kept the objective under any load
 * @param interval of the mean; empty of fewer than three starts, and where {@code isAtLeast}
 * @param isAtLeast whether it may be any amount more than {@code mean}, because the driver's limit
 *     or the last load came first
 * @param lowerBound the highest load that was confirmed; empty when none was
 * @param upperBound the lowest load that was refuted with the longer hold; empty when none was
 */
public record ObjectiveCapacity(
    List<StartCapacity> starts,
    List<Double> values,
    OptionalDouble mean,
    Optional<Interval> interval,
    boolean isAtLeast,
    OptionalInt lowerBound,
    OptionalInt upperBound) {
  public ObjectiveCapacity {
    starts = List.copyOf(starts);
    values = List.copyOf(values);
  }
}
