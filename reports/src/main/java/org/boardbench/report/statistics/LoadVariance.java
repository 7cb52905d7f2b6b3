package org.boardbench.report.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.findings.within.StartTimes;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredTrial;
import org.boardbench.results.column.StageCounts;
import org.boardbench.statistics.HoldPlan;
import org.boardbench.statistics.VarianceByLevel;

/**
 * Where the spread of one variant's mean RTT under one load comes from, and what would halve its
 * interval.
 *
 * @param levels of the valid starts
 * @param holdSeconds of each
 * @param otherSeconds what a trial takes on average besides this hold: its start, other stages, its
 *     end
 * @param halving the cheapest plan; empty when it takes more starts than anybody plans
 */
public record LoadVariance(
    String target,
    int users,
    VarianceByLevel levels,
    int holdSeconds,
    double otherSeconds,
    Optional<HoldPlan> halving) {
  /** A hold that is shorter is no measurement of a percentile, and its first seconds weigh more. */
  private static final int LEAST_HOLD = 10;

  /**
   * Of each load of each variant that has three valid starts with times or more.
   *
   * @param times by the trial's id; what is not there was not kept
   */
  public static List<LoadVariance> of(StoredRun run, Map<String, StartTimes> times) {
    return StageGroup.of(run).stream().flatMap(group -> of(group, run, times).stream()).toList();
  }

  private static Optional<LoadVariance> of(
      StageGroup group, StoredRun run, Map<String, StartTimes> times) {
    List<StoredStage> starts =
        group.rows().stream()
            .filter(StoredStage::isValid)
            .filter(row -> times.containsKey(row.trialId()))
            .toList();
    Optional<VarianceByLevel> levels =
        VarianceByLevel.of(
            starts.stream().map(row -> times.get(row.trialId()).seconds(row.stage())).toList());
    OptionalDouble trial = seconds(run, starts);
    if (levels.isEmpty() || trial.isEmpty()) {
      return Optional.empty();
    }
    int hold = (int) Math.round(starts.getFirst().figure(StageCounts.HOLD_S));
    double other = Math.max(1, trial.getAsDouble() - hold);
    return Optional.of(
        new LoadVariance(
            group.target(),
            group.users(),
            levels.get(),
            hold,
            other,
            levels.get().cheapestToHalve(other, Math.min(hold, LEAST_HOLD))));
  }

  private static OptionalDouble seconds(StoredRun run, List<StoredStage> starts) {
    Map<String, Double> taken =
        run.trials().stream().collect(Collectors.toMap(StoredTrial::id, StoredTrial::seconds));
    return starts.stream()
        .mapToDouble(row -> taken.getOrDefault(row.trialId(), Double.NaN))
        .filter(seconds -> !Double.isNaN(seconds))
        .average();
  }

  /** What the run spent on this load's starts, in seconds. */
  public double spent() {
    return new HoldPlan(levels.starts(), holdSeconds).seconds(otherSeconds);
  }

  /** What the halving plan would cost; empty as that is. */
  public OptionalDouble halvingSeconds() {
    return halving
        .map(plan -> OptionalDouble.of(plan.seconds(otherSeconds)))
        .orElse(OptionalDouble.empty());
  }

  /** Parts of the variance of one message's RTT, each 0 to 1: starts, seconds, messages. */
  public Stream<Double> shares() {
    return Stream.of(levels.shareOfStarts(), levels.shareOfSeconds(), levels.shareOfMessages());
  }
}
