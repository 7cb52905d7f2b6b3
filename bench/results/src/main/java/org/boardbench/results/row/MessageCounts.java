package org.boardbench.results.row;

/**
 * The exact account of the messages of a hold or a ramp.
 *
 * @param delivered distinct deliveries to users who were expected to get them
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
  /** {@code expected − delivered}. */
  public long lost() {
    return expected - delivered;
  }
}
