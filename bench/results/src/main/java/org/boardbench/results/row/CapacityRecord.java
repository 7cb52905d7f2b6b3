package org.boardbench.results.row;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One row of {@code capacity.csv}: what one start says of an objective, or all starts of a variant.
 *
 * @param start empty for what sums them up
 * @param part {@code bracket}, {@code staircase}, {@code confirmation} or {@code result}
 * @param lowerUsers of a start the highest load that it kept below the first violation; of a result
 *     the lower bound that was confirmed
 * @param upperUsers of a start the load of the first violation; of a result the upper bound
 * @param isAtLeast whether nobody knows how much more it is
 * @param users the geometric mean of the staircases' capacities; only of a result
 * @param starts how many there are in it; only of a result
 */
public record CapacityRecord(
    String runId,
    String target,
    Optional<TrialKey> start,
    String part,
    Objective objective,
    OptionalInt lowerUsers,
    OptionalInt upperUsers,
    boolean isAtLeast,
    OptionalDouble users,
    OptionalInt starts) {
  /**
   * What is to be kept.
   *
   * @param number in the plan, counts from 1
   */
  public record Objective(int number, double rttP99Ms, double owedLossPct, int disconnects) {}
}
