package org.boardbench.account.result;

import org.boardbench.account.record.KeptHistogram;
import org.boardbench.account.record.Phase;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.row.TimeFigures;

/**
 * One second of a stage as the driver saw it.
 *
 * @param phase the phase that this second belongs to
 * @param second counts from 0 at the start of the trial's first measured stage
 * @param lengthNs its true length; the first and the last second of a stage may be shorter, since
 *     seconds go on counting over the stages
 * @param users users joined at its end
 * @param rtts RTT (response time) of own messages that arrived in it
 */
public record SecondResult(
    Phase phase,
    int second,
    long lengthNs,
    SecondRecord.Messages messages,
    int users,
    SecondRecord.UserChanges changes,
    KeptHistogram rtts) {
  public TimeFigures rtt() {
    return rtts.figures();
  }

  /** The same second of another driver's boards beside this one's. */
  SecondResult merge(SecondResult other) {
    if (second != other.second) {
      throw new IllegalArgumentException("second " + second + " is not second " + other.second);
    }
    return new SecondResult(
        phase,
        second,
        Math.max(lengthNs, other.lengthNs),
        messages.plus(other.messages),
        users + other.users,
        changes.plus(other.changes),
        rtts.plus(other.rtts));
  }

  /** With more that became of its messages. */
  SecondResult withMore(SecondRecord.Messages more) {
    return new SecondResult(phase, second, lengthNs, messages.plus(more), users, changes, rtts);
  }

  /** With users of another driver, on whose boards nothing happened in it. */
  SecondResult withMore(int otherUsers) {
    return new SecondResult(phase, second, lengthNs, messages, users + otherUsers, changes, rtts);
  }
}
