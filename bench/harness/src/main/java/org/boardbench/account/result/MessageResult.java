package org.boardbench.account.result;

import org.boardbench.account.record.MessageTimes;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.results.row.StageRecord;

/**
 * What became of the messages of one class, or of several classes together. A frame that nobody can
 * read belongs to no class, so nothing is {@code corrupt} here: {@link TrafficCounts} has it.
 *
 * @param unserved messages scheduled for the hold that were not sent because the server had no
 *     connection for the user, or took no more bytes until the stage's end
 * @param owed what the hold's schedule would have had delivered
 * @param sentBytes of the hold's messages that were sent, without envelopes
 * @param returned messages of the hold that their sender got back
 * @param complete messages of the hold that every expected receiver got
 */
public record MessageResult(
    MessageCounts hold,
    MessageCounts ramp,
    long unserved,
    OwedDeliveries owed,
    long sentBytes,
    long returned,
    long complete,
    MessageTimes times) {
  /** Both together. */
  public MessageResult merge(MessageResult other) {
    return new MessageResult(
        hold.plus(other.hold),
        ramp.plus(other.ramp),
        unserved + other.unserved,
        owed.plus(other.owed),
        sentBytes + other.sentBytes,
        returned + other.returned,
        complete + other.complete,
        times.merge(other.times));
  }

  /** Of how many of the scheduled messages the times speak. */
  public StageRecord.Coverage coverage() {
    return new StageRecord.Coverage(returned, complete, TimeHistograms.figures(times.censored()));
  }
}
