package org.boardbench.measure;

import java.util.Map;

/**
 * What the driver, and not its account, knows of a stage.
 *
 * @param scheduledRamp intended sends of the ramp, of each user since it first joined
 * @param planned the hold's schedule
 * @param drainDeadlineNs when what has not arrived counts as lost (run clock)
 * @param driverSendDelay as in {@link StageResult}
 * @param hiccupMaxNs the longest time in the hold for which a thread that wanted to run could not
 * @param connectFailures attempts to connect or join that failed, by reason
 * @param disconnects joined users that dropped, by reason
 * @param reconnects as in {@link UserAccount}; {@code connect} and {@code join} likewise
 * @param connectFailuresHere how many of the {@code connectFailures} the driver or the machine
 *     caused
 */
public record StageObservations(
    long scheduledRamp,
    PlannedMessages planned,
    long drainDeadlineNs,
    TimeSummary driverSendDelay,
    long hiccupMaxNs,
    Map<String, Integer> connectFailures,
    Map<String, Integer> disconnects,
    long reconnects,
    TimeSummary connect,
    TimeSummary join,
    int connectFailuresHere) {
  /** A stage of which only the schedule is known. */
  public static StageObservations scheduled(long ramp, PlannedMessages hold, long drainDeadlineNs) {
    return new StageObservations(
        ramp,
        hold,
        drainDeadlineNs,
        TimeSummary.NONE,
        0,
        Map.of(),
        Map.of(),
        0,
        TimeSummary.NONE,
        TimeSummary.NONE,
        0);
  }
}
