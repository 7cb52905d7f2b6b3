package org.boardbench.driver.io.uring;

/** What a completion's flags say. */
public final class Completions {
  private Completions() {}

  /** Whether its operation goes on, so that more completions follow. */
  public static boolean hasMore(int flags) {
    return (flags & Abi.CQE_MORE) != 0;
  }

  /** Whether it came with a buffer, {@link #buffer}. */
  public static boolean hasBuffer(int flags) {
    return (flags & Abi.CQE_BUFFER) != 0;
  }

  /** The number of the buffer. */
  public static int buffer(int flags) {
    return flags >>> Abi.CQE_BUFFER_SHIFT;
  }
}
