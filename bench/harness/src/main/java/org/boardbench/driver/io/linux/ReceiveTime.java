package org.boardbench.driver.io.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;

/**
 * The time at which the kernel got what a receive took, as {@code SO_TIMESTAMPING} gives it: a
 * {@code struct cmsghdr} with a {@code struct scm_timestamping}, whose first time is the
 * software's.
 */
public final class ReceiveTime {
  /** No time came with the bytes. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  /** What such a control message takes. */
  public static final int BYTES = 64;

  private static final long LEVEL = 8;
  private static final long TYPE = 12;
  private static final long TIME = 16;

  private ReceiveTime() {}

  /**
   * In ns of the Unix epoch, or {@link #UNKNOWN}.
   *
   * @param at where the control messages begin, 8-aligned
   * @param length how many bytes of them the kernel wrote
   */
  public static long ns(MemorySegment control, long at, long length) {
    boolean timed =
        length >= BYTES
            && control.get(JAVA_INT, at + LEVEL) == Linux.SOL_SOCKET
            && control.get(JAVA_INT, at + TYPE) == Linux.SO_TIMESTAMPING;
    return timed ? Timespec.ns(control, at + TIME) : UNKNOWN;
  }
}
