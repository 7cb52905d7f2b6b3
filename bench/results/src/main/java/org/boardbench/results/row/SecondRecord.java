package org.boardbench.results.row;

import java.util.OptionalLong;

/**
 * One row of {@code timeline.csv}.
 *
 * @param stage counts from 1
 * @param second counts from 0 at the start of the trial's first stage
 * @param lengthNs its true length; the first and the last second of a stage may be shorter
 * @param users joined at its end
 * @param rtt of own messages that arrived in it
 */
public record SecondRecord(
    TrialKey trial,
    int stage,
    int second,
    long lengthNs,
    Messages messages,
    int users,
    UserChanges changes,
    TimeFigures rtt) {
  /**
   * What became of messages.
   *
   * @param sent messages sent in it
   * @param received deliveries that arrived in it, of whatever phase
   * @param expected deliveries expected of the messages intended for it
   * @param lost those of them that had not arrived when the stage's drain ended
   * @param owed deliveries that the schedule's messages intended for it would have had, had every
   *     planned user been joined; empty for a second without any of the hold
   * @param unserved messages intended for it that the server left no way to send
   */
  public record Messages(
      long sent, long received, long expected, long lost, OptionalLong owed, long unserved) {
    /** Both together. */
    public Messages plus(Messages other) {
      return new Messages(
          sent + other.sent,
          received + other.received,
          expected + other.expected,
          lost + other.lost,
          owed.isEmpty() ? other.owed : OptionalLong.of(owed.getAsLong() + other.owed.orElse(0)),
          unserved + other.unserved);
    }
  }

  /**
   * What became of users.
   *
   * @param disconnects joined users that dropped in it
   * @param reconnects users that joined again in it
   */
  public record UserChanges(long disconnects, long reconnects) {
    /** Both together. */
    public UserChanges plus(UserChanges other) {
      return new UserChanges(disconnects + other.disconnects, reconnects + other.reconnects);
    }
  }
}
