package org.boardbench.account.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A row of counters: one thread writes them, any thread reads them, each of them whole and never
 * lower than before. Padded, so that two threads' counters never share a cache line.
 */
public final class SharedCounters {
  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);
  private static final int PADDING = 16;

  private final long[] counts;

  /**
   * @param number of counters, each 0 at first
   */
  public SharedCounters(int number) {
    counts = new long[number + 2 * PADDING];
  }

  /** Called by the one that writes. */
  public void add(int counter, long amount) {
    int at = PADDING + counter;
    CELL.setOpaque(counts, at, counts[at] + amount);
  }

  public long of(int counter) {
    return (long) CELL.getOpaque(counts, PADDING + counter);
  }
}
