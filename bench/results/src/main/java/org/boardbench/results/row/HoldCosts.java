package org.boardbench.results.row;

import java.util.Optional;
import java.util.OptionalDouble;

/** What a hold cost. Empty = not measured. */
public record HoldCosts(
    ServerUse server, DriverUse driver, MachineState machine, Surroundings surroundings) {
  /** Nothing of it was measured. */
  public static final HoldCosts UNKNOWN =
      new HoldCosts(
          new ServerUse(
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty()),
          new DriverUse(OptionalDouble.empty(), OptionalDouble.empty()),
          new MachineState(OptionalDouble.empty(), OptionalDouble.empty()),
          Surroundings.UNKNOWN);

  /**
   * What the server used; CPU in percent of one core.
   *
   * @param companionCpuMeanPct all companions together; empty for a target without any
   * @param cpuUsPerDelivery CPU of target and companions ÷ deliveries that arrived in the hold
   */
  public record ServerUse(
      OptionalDouble cpuMeanPct,
      OptionalDouble cpuMaxPct,
      OptionalDouble companionCpuMeanPct,
      OptionalDouble memoryMeanMib,
      OptionalDouble memoryMaxMib,
      OptionalDouble cpuUsPerDelivery) {}

  /**
   * What the driver used.
   *
   * @param cpuPct percent of one core
   * @param runDelayPct how long the thread that waited longest for a core did, in percent of the
   *     hold
   */
  public record DriverUse(OptionalDouble cpuPct, OptionalDouble runDelayPct) {}

  /** The machine as a whole: percent of all cores together. */
  public record MachineState(OptionalDouble idlePct, OptionalDouble stealPct) {}

  /**
   * What the server had of the machine.
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
    /** Nothing of it was measured. */
    public static final Surroundings UNKNOWN =
        new Surroundings(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty());
  }
}
