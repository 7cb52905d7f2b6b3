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
    OWED_UNSERVED(8);

    private final int counter;

    Figure(int counter) {
      this.counter = counter;
    }
  }

  private final SharedCounters counters = new SharedCounters(Figure.values().length);
  private final TimeBuckets rtt = new TimeBuckets();
  private final TimeBuckets delivery = new TimeBuckets();
  private final TimeBuckets sendDelay = new TimeBuckets();

  public void countSent(int expected, long intendedNs, long sentNs) {
    add(Figure.SENT, 1);
    add(Figure.EXPECTED, expected);
    sendDelay.record(intendedNs, sentNs);
  }

  public void countDelivered(long intendedNs, long receivedNs) {
    add(Figure.DELIVERED, 1);
    delivery.record(intendedNs, receivedNs);
  }

  public void countRoundTrip(long intendedNs, long receivedNs) {
    rtt.record(intendedNs, receivedNs);
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
}
