package org.boardbench.driver.io.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * Takes bytes off sockets together with the time at which the kernel got the last of them ({@code
 * recvmsg} and {@code SO_TIMESTAMPING}). One a loop, used by its thread.
 */
public final class TimedReceive {
  /**
   * The most that one call takes: a fraction of the smallest receive buffer that a socket has, so
   * that a buffer which has filled is taken in parts that have times of their own.
   */
  public static final int CAPACITY = 32 * 1024;

  // struct msghdr
  private static final long HEADER_BYTES = 56;
  private static final long VECTORS = 16;
  private static final long VECTOR_COUNT = 24;
  private static final long CONTROL = 32;
  private static final long CONTROL_LENGTH = 40;

  private static final long CONTROL_BYTES = 256;

  private final byte[] heap = new byte[CAPACITY];
  private final ByteBuffer heapBuffer = ByteBuffer.wrap(heap);
  private final MemorySegment error;
  private final MemorySegment bytes;
  private final MemorySegment header;
  private final MemorySegment control;

  public TimedReceive(Arena arena, MemorySegment error) {
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
  public int from(int socket) {
    header.set(JAVA_LONG, CONTROL_LENGTH, CONTROL_BYTES);
    return (int) Linux.receive(error, socket, header);
  }

  /**
   * When the last of the bytes reached the kernel, in ns of the Unix epoch; or {@link
   * ReceiveTime#UNKNOWN}.
   */
  public long arrivalNs() {
    return ReceiveTime.ns(control, 0, header.get(JAVA_LONG, CONTROL_LENGTH));
  }

  /**
   * The {@code count} bytes that came, on the heap, where the protocol's engine needs them; good
   * until the next call.
   */
  public ByteBuffer taken(int count) {
    MemorySegment.copy(bytes, JAVA_BYTE, 0, heap, 0, count);
    return heapBuffer.clear().limit(count);
  }
}
