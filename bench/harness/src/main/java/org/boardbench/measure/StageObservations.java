package org.boardbench.measure;

import org.HdrHistogram.Histogram;

/**
 * What the driver, and not its account, knows of a stage.
 *
 * @param scheduledRamp intended sends of the ramp, of each user since it first joined
 * @param planned the hold's schedule
 * @param drainDeadlineNs when what has not arrived counts as lost (run clock)
 * @param sendDelay as in {@link DriverTimes}
 * @param hiccupMaxNs the longest time in the hold for which a thread that wanted to run could not
 */
public record StageObservations(
    long scheduledRamp,
    PlannedMessages planned,
    long drainDeadlineNs,
    Histogram sendDelay,
    long hiccupMaxNs,
    ConnectionResult connections) {
  /** A stage of which only the schedule is known. */
  public static StageObservations scheduled(long ramp, PlannedMessages hold, long drainDeadlineNs) {
    return new StageObservations(
        ramp, hold, drainDeadlineNs, TimeHistograms.upTo(0), 0, ConnectionResult.none());
  }
}
