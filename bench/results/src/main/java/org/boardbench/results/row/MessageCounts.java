package org.boardbench.results.row;

/**
 * The exact account of the messages of a hold or a ramp, taken when its drain ended.
 *
 * @param scheduled intended sends: of the hold those of every planned user, whatever became of it;
 *     of the ramp those of a user since it first joined
 * @param sent messages that the kernel took
 * @param expected Σ over sent messages of the users joined to that board at the moment of sending
 * @param delivered distinct deliveries to users who were expected to get them
 * @param duplicated deliveries of a message that this receiver already had
 * @param reordered deliveries whose sequence number is below the highest already seen from that
 *     sender (RFC 4737)
 * @param corrupt frames that carry no readable stamp; what they should have been counts as lost too
 * @param misrouted deliveries at a user who is not on the message's board
 */
public record MessageCounts(
    long scheduled,
    long sent,
    long expected,
    long delivered,
    long duplicated,
    long reordered,
    long corrupt,
    long misrouted) {
  /** Both together. */
  public MessageCounts plus(MessageCounts other) {
    return new MessageCounts(
        scheduled + other.scheduled,
        sent + other.sent,
        expected + other.expected,
        delivered + other.delivered,
        duplicated + other.duplicated,
        reordered + other.reordered,
        corrupt + other.corrupt,
        misrouted + other.misrouted);
  }

  /** The same with so many corrupt {@code frames}. */
  public MessageCounts withCorrupt(long frames) {
    return new MessageCounts(
        scheduled, sent, expected, delivered, duplicated, reordered, frames, misrouted);
  }

  /** {@code expected − delivered}. */
  public long lost() {
    return expected - delivered;
  }
}
