package org.boardbench.driver.socket;

/**
 * Finds out whether a socket's receive buffer had filled because the driver read it late. One a
 * loop, used by its thread; a read of less than {@link TimedReceive#CAPACITY}, and nearly every one
 * is, costs a few comparisons.
 *
 * <p>What one event lets the driver take comes in parts, each with the time at which its last byte
 * reached the kernel. When the first part had been there for {@value #LATE_NS} ns or more, the
 * driver was late, and all that had come by then had gathered for it. A server that sends much at
 * once to a driver that is in time fills a buffer too, and that says nothing of the driver. What
 * came during the reads themselves did not wait and does not count. (How long the bytes had taken
 * to gather cannot be told: the kernel joins packets that wait, and the joint one keeps the time of
 * the last.)
 *
 * <p>The bytes are to be held against {@code SO_RCVBUF}, of which the kernel spends a part on its
 * own books: on Linux 6.18 the window was closed, and the server kept from sending, with 65 to 96 %
 * of it in bytes of the stream, for messages of 100 to 16000 bytes. So at half of it no server has
 * been held up yet.
 */
final class LateRead {
  /** A loop in time reads within some tens of microseconds; a time slice is a few milliseconds. */
  static final long LATE_NS = 1_000_000;

  private long firstReadNs;
  private long bytes;
  private boolean late;
  private boolean over;

  /** An event has come; the reads follow. */
  void begin() {
    bytes = 0;
    late = false;
    over = false;
  }

  /**
   * A read has taken {@code count} bytes.
   *
   * @param receivedNs when the last of them reached the kernel; equal to {@code readNs} where it
   *     does not say
   */
  void took(int count, long receivedNs, long readNs) {
    if (bytes == 0) {
      firstReadNs = readNs;
      late = readNs - receivedNs >= LATE_NS;
    }
    over |= receivedNs >= firstReadNs;
    if (!over) {
      bytes += count;
    }
  }

  boolean isLate() {
    return late && bytes > TimedReceive.CAPACITY;
  }

  /** What had waited in the kernel at the first read; at least, by less than one part. */
  long bytes() {
    return bytes;
  }
}
