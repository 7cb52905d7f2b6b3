package org.boardbench.driver.io;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * Takes bytes off sockets together with the time at which the kernel got the last of them ({@code
 * recvmsg} and {@code SO_TIMESTAMPING}). One a loop, used by its thread.
 */
final class TimedReceive {
  /**
   * The most that one call takes: a fraction of the smallest receive buffer that a socket has, so
   * that a buffer which has filled is taken in parts that have times of their own.
   */
  static final int CAPACITY = 32 * 1024;

  /** No time came with the last bytes. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private static final long NS_PER_S = 1_000_000_000;

  // struct msghdr
  private static final long HEADER_BYTES = 56;
  private static final long VECTORS = 16;
  private static final long VECTOR_COUNT = 24;
  private static final long CONTROL = 32;
  private static final long CONTROL_LENGTH = 40;

  // struct cmsghdr with a struct scm_timestamping, whose first time is the software's.
  private static final long CONTROL_BYTES = 256;
  private static final long LEVEL = 8;
  private static final long TYPE = 12;
  private static final long SECONDS = 16;
  private static final long NANOSECONDS = 24;
  private static final long TIMED_CONTROL_BYTES = 64;

  private final byte[] heap = new byte[CAPACITY];
  private final ByteBuffer heapBuffer = ByteBuffer.wrap(heap);
  private final MemorySegment error;
  private final MemorySegment bytes;
  private final MemorySegment header;
  private final MemorySegment control;

  TimedReceive(Arena arena, MemorySegment error) {
    this.error = error;
    this.bytes = arena.allocate(CAPACITY, 64);
    this.control = arena.allocate(CONTROL_BYTES, 8);
    this.header = arena.allocate(HEADER_BYTES, 8);
    MemorySegment vector = arena.allocate(16, 8);
    vector.set(JAVA_LONG, 0, bytes.address());
    vector.set(JAVA_LONG, 8, CAPACITY);
    header.set(JAVA_LONG, VECTORS, vector.address());
    header.set(JAVA_LONG, VECTOR_COUNT, 1);
    header.set(JAVA_LONG, CONTROL, control.address());
  }

  /**
   * Takes what has come.
   *
   * @return the number of bytes, 0 at the stream's end, or the error's number, negative
   */
  int from(int socket) {
    header.set(JAVA_LONG, CONTROL_LENGTH, CONTROL_BYTES);
    return (int) Linux.receive(error, socket, header);
  }

  /**
   * When the last of the bytes reached the kernel, in ns of the Unix epoch; or {@link #UNKNOWN}.
   */
  long arrivalNs() {
    boolean timed =
        header.get(JAVA_LONG, CONTROL_LENGTH) >= TIMED_CONTROL_BYTES
            && control.get(JAVA_INT, LEVEL) == Linux.SOL_SOCKET
            && control.get(JAVA_INT, TYPE) == Linux.SO_TIMESTAMPING;
    return timed
        ? control.get(JAVA_LONG, SECONDS) * NS_PER_S + control.get(JAVA_LONG, NANOSECONDS)
        : UNKNOWN;
  }

  /**
   * The {@code count} bytes that came, on the heap, where the protocol's engine needs them; good
   * until the next call.
   */
  ByteBuffer taken(int count) {
    MemorySegment.copy(bytes, JAVA_BYTE, 0, heap, 0, count);
    return heapBuffer.clear().limit(count);
  }
}
