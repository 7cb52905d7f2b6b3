package org.boardbench.account.result;

/**
 * What the hold's schedule would have had delivered, had every planned user been joined all the
 * time, and where it went: {@code total = delivered + lost + unserved + away}, and what the driver
 * itself failed to send. Each part is counted on its own. Who has left on purpose is no planned
 * member until it comes again, and has no messages in the schedule; where users come and go, what
 * the driver failed to send is not in the total.
 *
 * @param total Σ over the messages that the schedule has of the planned members of the board
 * @param unserved the same over the unserved messages
 * @param away Σ over the sent messages of the planned members who were not joined at that moment
 */
public record OwedDeliveries(long total, long unserved, long away) {
  /** Nothing was planned. */
  public static final OwedDeliveries NONE = new OwedDeliveries(0, 0, 0);

  OwedDeliveries plus(OwedDeliveries other) {
    return new OwedDeliveries(total + other.total, unserved + other.unserved, away + other.away);
  }
}
