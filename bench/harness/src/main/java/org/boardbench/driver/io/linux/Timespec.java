package org.boardbench.driver.io.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/** {@code struct timespec}: seconds and nanoseconds. */
public final class Timespec {
  /** What one takes. */
  public static final long BYTES = 16;

  private static final long NANOSECONDS = 8;
  private static final long NS_PER_S = 1_000_000_000;

  private Timespec() {}

  /** The one at {@code at}, in ns. */
  public static long ns(MemorySegment memory, long at) {
    return memory.get(JAVA_LONG, at) * NS_PER_S + memory.get(JAVA_LONG, at + NANOSECONDS);
  }

  /**
   * Makes {@code time} one.
   *
   * @param ns not negative
   */
  public static void set(MemorySegment time, long ns) {
    time.set(JAVA_LONG, 0, ns / NS_PER_S);
    time.set(JAVA_LONG, NANOSECONDS, ns % NS_PER_S);
  }
}
