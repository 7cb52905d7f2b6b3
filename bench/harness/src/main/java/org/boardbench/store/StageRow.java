package org.boardbench.store;

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
      OptionalDouble stealPct) {}
}
