package org.boardbench.measure;

import java.util.List;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.boardbench.results.row.TimeFigures;

/**
 * One second of a stage as the driver saw it.
 *
 * @param phase the phase that this second belongs to
 * @param second counts from 0 at the start of the trial's first measured stage
 * @param users users joined at its end
 * @param sent messages sent in it
 * @param received deliveries that arrived in it, of whatever phase
 * @param rtts RTT (response time) of own messages that arrived in it
 * @param expected deliveries expected of the messages intended for this second
 * @param lost those of them that had not arrived when the stage's drain ended
 * @param owed deliveries that the schedule's messages intended for this second of the hold would
 *     have had, had every planned user been joined; empty for a second without any of the hold
 * @param unserved messages intended for this second that the server left no way to send
 * @param disconnects joined users who dropped in it; {@code reconnects} those who came back
 * @param lengthNs its true length; the first and the last second of a stage may be shorter, since
 *     seconds go on counting over the stages
 */
public record SecondResult(
    Phase phase,
    int second,
    int users,
    long sent,
    long received,
    Histogram rtts,
    long expected,
    long lost,
    OptionalLong owed,
    long unserved,
    long disconnects,
    long reconnects,
    long lengthNs) {
  public TimeFigures rtt() {
    return TimeHistograms.figures(rtts);
  }

  /** The same second of another driver's boards beside this one's. */
  SecondResult merge(SecondResult other) {
    if (second != other.second) {
      throw new IllegalArgumentException("second " + second + " is not second " + other.second);
    }
    return new SecondResult(
        phase,
        second,
        users + other.users,
        sent + other.sent,
        received + other.received,
        TimeHistograms.sum(List.of(this, other), SecondResult::rtts),
        expected + other.expected,
        lost + other.lost,
        owed.isEmpty() ? other.owed : OptionalLong.of(owed.getAsLong() + other.owed.orElse(0)),
        unserved + other.unserved,
        disconnects + other.disconnects,
        reconnects + other.reconnects,
        Math.max(lengthNs, other.lengthNs));
  }

  /** With users of another driver, on whose boards nothing happened in it. */
  SecondResult withMore(int otherUsers) {
    return new SecondResult(
        phase,
        second,
        users + otherUsers,
        sent,
        received,
        rtts,
        expected,
        lost,
        owed,
        unserved,
        disconnects,
        reconnects,
        lengthNs);
  }
}
