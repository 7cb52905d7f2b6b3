package org.boardbench.account.record;

/**
 * What one loop counts of no phase in particular: only the loop's thread writes, any thread reads.
 */
public final class Tally {
  /** What is counted. */
  public enum Figure {
    /** Strokes that arrived, whatever they turned out to be. */
    RECEIVED(0),
    /** Strokes of messages whose stage is closed. */
    LATE(1),
    /** Strokes at a member who joined after they were sent. */
    UNEXPECTED(2),
    RECEIVED_IN_HOLD(3),
    RX_BYTES_IN_HOLD(4),
    TX_BYTES_IN_HOLD(5),
    RX_BYTES(6),
    TX_BYTES(7),
    DISCONNECTS(8),
    RECONNECTS(9),
    CONNECT_FAILURES(10),
    /** Deliveries of the hold's messages, and its reads, with a time below zero. */
    NEGATIVE_TIMES(11);

    private final int counter;

    Figure(int counter) {
      this.counter = counter;
    }
  }

  private final SharedCounters counters = new SharedCounters(Figure.values().length);

  public void increment(Figure figure) {
    add(figure, 1);
  }

  public void add(Figure figure, long amount) {
    counters.add(figure.counter, amount);
  }

  public long of(Figure figure) {
    return counters.of(figure.counter);
  }
}
