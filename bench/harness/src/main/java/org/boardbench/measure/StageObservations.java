package org.boardbench.measure;

import java.util.Map;

/**
 * What the driver, and not its account, knows of a stage.
 *
 * @param scheduledRamp intended sends of the ramp; {@code scheduledHold} of the hold
 * @param heldBack as in {@link StageResult}; {@code driverSendDelay} likewise
 * @param hiccupMaxNs the longest time in the hold for which a thread that wanted to run could not
 * @param connectFailures users that never joined, by reason
 * @param disconnects joined users that dropped, by reason
 * @param connectFailuresHere how many of the {@code connectFailures} the driver or the machine
 *     caused
 */
public record StageObservations(
    long scheduledRamp,
    long scheduledHold,
    long heldBack,
    TimeSummary driverSendDelay,
    long hiccupMaxNs,
    Map<String, Integer> connectFailures,
    Map<String, Integer> disconnects,
    int connectFailuresHere) {
  /** A stage of which only what was scheduled is known. */
  public static StageObservations scheduled(long ramp, long hold) {
    return new StageObservations(ramp, hold, 0, TimeSummary.NONE, 0, Map.of(), Map.of(), 0);
  }
}
