package org.boardbench.measure;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Counters of one loop: only the loop's thread writes them, any thread reads them. Padded, so that
 * two loops' counters never share a cache line.
 */
final class Tally {
  /** What is counted. */
  enum Figure {
    /** Strokes that arrived, whatever they turned out to be. */
    RECEIVED(0),
    /** Strokes of messages whose stage is closed. */
    LATE(1),
    /** Strokes at a member who joined after they were sent. */
    UNEXPECTED(2),
    /** Deliveries expected of the messages sent. */
    EXPECTED(3),
    /** Distinct deliveries among them. */
    DELIVERED(4),
    RECEIVED_IN_HOLD(5),
    RX_BYTES_IN_HOLD(6),
    TX_BYTES_IN_HOLD(7),
    RX_BYTES(8),
    TX_BYTES(9);

    private final int cell;

    Figure(int cell) {
      this.cell = cell;
    }
  }

  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);
  private static final int PADDING = 16;

  private final long[] counts = new long[Figure.values().length + 2 * PADDING];

  void increment(Figure figure) {
    add(figure, 1);
  }

  void add(Figure figure, long amount) {
    int at = PADDING + figure.cell;
    CELL.setOpaque(counts, at, counts[at] + amount);
  }

  long of(Figure figure) {
    return (long) CELL.getOpaque(counts, PADDING + figure.cell);
  }
}
