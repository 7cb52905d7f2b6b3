package org.boardbench.store;

import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.measure.StageResult;
import org.boardbench.verdict.Verdict;

/**
 * One row of {@code stages.csv}: what the driver saw and what the machine spent during the hold.
 */
public record StageRow(TrialId trial, StageResult result, Resources resources, Verdict verdict) {

  /**
   * What the hold cost. Empty = not measured. Percent of one core; memory in MiB.
   *
   * @param companionCpuMeanPct all companions together; empty for a target without any
   * @param cpuUsPerDelivery CPU of target and companions in the hold ÷ deliveries that arrived in
   *     it
   * @param surroundings what the server had of the machine
   */
  public record Resources(
      OptionalDouble cpuMeanPct,
      OptionalDouble cpuMaxPct,
      OptionalDouble companionCpuMeanPct,
      OptionalDouble memoryMeanMib,
      OptionalDouble memoryMaxMib,
      OptionalDouble cpuUsPerDelivery,
      OptionalDouble driverCpuPct,
      OptionalDouble driverRunDelayPct,
      OptionalDouble machineIdlePct,
      OptionalDouble stealPct,
      Surroundings surroundings) {}

  /**
   * What the server had of the machine. Empty = not measured.
   *
   * @param coresAvailable of the machine or its limit, less what driver and foreign work took
   * @param busiestThreadPct the server's busiest thread, in percent of a core
   * @param targetRunDelayPct how long the server's threads were ready to run without a core, added
   *     up over all, in percent of the hold: 100 = one thread waited at any moment
   * @param foreignCpuPct CPU of processes that are neither driver, target nor companion, in percent
   *     of one core
   * @param bottleneck what was used up when the server did not keep up; empty when it did
   */
  public record Surroundings(
      OptionalDouble coresAvailable,
      OptionalDouble busiestThreadPct,
      OptionalDouble targetRunDelayPct,
      OptionalDouble foreignCpuPct,
      Optional<String> bottleneck) {
    /** Nothing of it is measured. */
    public static final Surroundings UNKNOWN =
        new Surroundings(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty());
  }
}
