package org.boardbench.account.ledger;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.account.result.ConnectionResult;

/**
 * What the driver, and not its account, knows of a stage.
 *
 * @param scheduledRamp intended sends of the ramp, of each user since it first joined, by number of
 *     the message class; 0 of those that are beyond
 * @param planned the hold's schedule
 * @param drainDeadlineNs when what has not arrived counts as lost (run clock)
 * @param sendDelay as in {@code DriverTimes}
 * @param hiccupMaxNs the longest time in the hold for which a thread that wanted to run could not
 */
public record StageObservations(
    List<Long> scheduledRamp,
    PlannedMessages planned,
    long drainDeadlineNs,
    Histogram sendDelay,
    long hiccupMaxNs,
    ConnectionResult connections) {
  public StageObservations {
    scheduledRamp = List.copyOf(scheduledRamp);
  }

  long scheduledRamp(int messageClass) {
    return messageClass < scheduledRamp.size() ? scheduledRamp.get(messageClass) : 0;
  }

  /** A stage of one message class, of which only the schedule is known. */
  public static StageObservations scheduled(long ramp, PlannedMessages hold, long drainDeadlineNs) {
    return new StageObservations(
        List.of(ramp), hold, drainDeadlineNs, TimeHistograms.upTo(0), 0, ConnectionResult.none());
  }
}
