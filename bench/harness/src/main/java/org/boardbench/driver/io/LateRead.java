package org.boardbench.driver.io;

/**
 * Tells whether a socket's receive buffer had filled because the driver read it late. What one
 * event lets the driver take comes in parts, each with the time at which its last byte reached the
 * kernel. When the first part is a full one and had been there for {@value #LATE_NS} ns or more,
 * the driver was late, and all that has come by then had gathered for it. A server that sends much
 * at once to a driver that is in time fills a buffer too, and that says nothing of the driver.
 *
 * <p>How much had gathered is asked for after the first part. The times of the parts behind it do
 * not tell: the kernel joins up to 17 packets that wait, and the joint one keeps the time of the
 * last, which may have come when the first part had made room for it. (For the same reason a stream
 * of messages of more than 2 KB each, less than {@value #LATE_NS} ns apart, may pass for fresh.)
 *
 * <p>The bytes are to be held against {@code SO_RCVBUF}, of which the kernel spends a part on its
 * own books: on Linux 6.18 the window was closed, and the server kept from sending, with 65 to 96 %
 * of it in bytes of the stream, for messages of 100 to 16000 bytes. So at half of it no server has
 * been held up yet.
 */
final class LateRead {
  /** A loop in time reads within some tens of microseconds; a time slice is a few milliseconds. */
  static final long LATE_NS = 1_000_000;

  private LateRead() {}

  /**
   * Whether there may be more, and the driver is late for it.
   *
   * @param count bytes of the first read
   * @param most what a read takes at most
   * @param receivedNs when the last of them reached the kernel; equal to {@code readNs} where it
   *     does not say
   */
  static boolean isLate(int count, int most, long receivedNs, long readNs) {
    return count == most && readNs - receivedNs >= LATE_NS;
  }
}
