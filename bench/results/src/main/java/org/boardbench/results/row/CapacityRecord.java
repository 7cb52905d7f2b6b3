package org.boardbench.results.row;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One row of {@code capacity.csv}: what one start says of an objective, or all starts of a variant.
 *
 * @param start empty for what sums them up
 * @param lowerUsers of a start the highest load that it kept below the first violation; of a result
 *     the lower bound that was confirmed
 * @param upperUsers of a start the load of the first violation; of a result the upper bound
 * @param isAtLeast whether nobody knows how much more it is
 */
public record CapacityRecord(
    String runId,
    String target,
    Optional<Start> start,
    CapacityPart part,
    Objective objective,
    OptionalInt lowerUsers,
    OptionalInt upperUsers,
    boolean isAtLeast,
    Capacity capacity,
    Density density,
    Censored censored) {
  /** Whether nothing can be said of it: no side of it is known. */
  public boolean isUndecided() {
    return isAtLeast && capacity.users().isEmpty();
  }

  /**
   * Whose the row is.
   *
   * @param repetition counts from 1
   */
  public record Start(String trialId, int repetition) {}

  /**
   * What is to be kept.
   *
   * @param number in the plan, counts from 1
   */
  public record Objective(int number, double rttP99Ms, double owedLossPct, int disconnects) {}

  /**
   * In users; of starts that looked for it, and of results.
   *
   * @param users a start's own, or the geometric mean of them; empty where none was found
   * @param low where the mean's 95 % interval begins; empty where it has no lower end, as all of a
   *     start
   * @param high where it ends; empty where it has no upper end
   * @param starts in the mean; empty of a start
   */
  public record Capacity(
      OptionalDouble users, OptionalDouble low, OptionalDouble high, OptionalInt starts) {
    public static final Capacity NONE = ofStart(OptionalDouble.empty());

    public static Capacity ofStart(OptionalDouble users) {
      return new Capacity(
          users, OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty());
    }
  }

  /**
   * What the users cost that were carried.
   *
   * @param usersPerCore by the cores that server and companions used
   * @param usersPer100Mib by the memory that the server had
   */
  public record Density(OptionalDouble usersPerCore, OptionalDouble usersPer100Mib) {
    public static final Density NONE = new Density(OptionalDouble.empty(), OptionalDouble.empty());
  }

  /**
   * Starts of which one side is open. Those that are at least so much are so by {@code isAtLeast}.
   *
   * @param isAtMost whether nobody knows how much less it is
   * @param atLeastStarts of a result; empty of a start, and in files of earlier versions
   * @param atMostStarts the same
   */
  public record Censored(boolean isAtMost, OptionalInt atLeastStarts, OptionalInt atMostStarts) {
    public static final Censored NONE = ofStart(false);

    public static Censored ofStart(boolean isAtMost) {
      return new Censored(isAtMost, OptionalInt.empty(), OptionalInt.empty());
    }
  }
}
