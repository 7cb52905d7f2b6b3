package org.boardbench.account.record;

/**
 * What one loop saw of one phase's messages: only the loop's thread writes, any thread reads while
 * the stage is open, and once it is closed the figures are final.
 */
public final class PhaseTally {
  /** What is counted, each as {@code MessageCounts} has it. */
  public enum Figure {
    SENT(0),
    EXPECTED(1),
    DELIVERED(2),
    DUPLICATED(3),
    REORDERED(4),
    CORRUPT(5),
    MISROUTED(6),
    UNSERVED(7),
    /** Deliveries that the unserved would have had. */
    OWED_UNSERVED(8),
    /** Deliveries that the sent would have had at users who were away. */
    OWED_AWAY(9);

    private final int counter;

    Figure(int counter) {
      this.counter = counter;
    }
  }

  private final SharedCounters counters = new SharedCounters(Figure.values().length);
  private final TimeBuckets rtt = new TimeBuckets();
  private final TimeBuckets delivery = new TimeBuckets();
  private final TimeBuckets sendDelay = new TimeBuckets();
  private final TimeBuckets reach = new TimeBuckets();

  /**
   * The kernel took a message.
   *
   * @param expected at how many users
   * @param away planned members of the board who were not joined
   */
  public void countSent(int expected, int away, long intendedNs, long sentNs) {
    add(Figure.SENT, 1);
    add(Figure.EXPECTED, expected);
    add(Figure.OWED_AWAY, away);
    sendDelay.record(intendedNs, sentNs);
  }

  public void countDelivered(long intendedNs, long receivedNs) {
    add(Figure.DELIVERED, 1);
    delivery.record(intendedNs, receivedNs);
  }

  public void countRoundTrip(long intendedNs, long receivedNs) {
    rtt.record(intendedNs, receivedNs);
  }

  /** The last of a message's expected receivers has it, since {@code receivedNs}. */
  public void countReached(long intendedNs, long receivedNs) {
    reach.record(intendedNs, receivedNs);
  }

  public void countDuplicated() {
    add(Figure.DUPLICATED, 1);
  }

  public void countReordered() {
    add(Figure.REORDERED, 1);
  }

  public void countCorrupt() {
    add(Figure.CORRUPT, 1);
  }

  public void countMisrouted() {
    add(Figure.MISROUTED, 1);
  }

  public void countUnserved(int owed) {
    add(Figure.UNSERVED, 1);
    add(Figure.OWED_UNSERVED, owed);
  }

  private void add(Figure figure, long amount) {
    counters.add(figure.counter, amount);
  }

  public long of(Figure figure) {
    return counters.of(figure.counter);
  }

  TimeBuckets rtt() {
    return rtt;
  }

  TimeBuckets delivery() {
    return delivery;
  }

  TimeBuckets sendDelay() {
    return sendDelay;
  }

  TimeBuckets reach() {
    return reach;
  }
}
