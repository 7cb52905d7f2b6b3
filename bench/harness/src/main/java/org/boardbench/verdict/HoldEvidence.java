package org.boardbench.verdict;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.measure.StageResult;

/**
 * What is known of a hold when its row is judged. Empty = not measured.
 *
 * @param arrivalClock whose clock stamped arrivals: {@code kernel} or {@code driver}
 * @param driverCores that the driver may use
 * @param driverCpuPct in percent of one core
 * @param driverRunDelayPct how long the driver thread that waited longest for a core did, in
 *     percent of the hold
 * @param stealPct of all cores together
 * @param clockStepMaxNs the largest step of the wall clock against the monotonic one
 */
public record HoldEvidence(
    StageResult result,
    String arrivalClock,
    int driverCores,
    OptionalDouble driverCpuPct,
    OptionalDouble driverRunDelayPct,
    OptionalDouble stealPct,
    OptionalLong clockStepMaxNs) {
  private static final String DRIVER_CLOCK = "driver";

  /** Whether the driver must be awake for an arrival to be dated right. */
  boolean isDatedByDriver() {
    return arrivalClock.equals(DRIVER_CLOCK);
  }
}
