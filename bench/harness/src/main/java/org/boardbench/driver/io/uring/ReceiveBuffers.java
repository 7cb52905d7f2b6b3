package org.boardbench.driver.io.uring;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.boardbench.driver.io.linux.ReceiveTime;

/**
 * The buffers that multishot receives take, one for each part of a stream, and the queue in which
 * they are given to the kernel: the program writes entries and the tail ({@link Shared} has the
 * rules); the kernel's completions say which it has filled. A filled one holds a {@code struct
 * io_uring_recvmsg_out}, the control message with the time of arrival, and the bytes. Used by one
 * thread.
 */
public final class ReceiveBuffers {
  private final MemorySegment queue;
  private final MemorySegment buffers;
  private final int count;
  private final int bufferBytes;
  private final byte[] heap;
  private final ByteBuffer heapBuffer;
  private int given;

  /**
   * @param queue of {@link #queueBytes}
   * @param buffers of {@code count * bufferBytes}
   * @param count a power of two, at most 32768
   * @param bufferBytes a multiple of 8
   */
  ReceiveBuffers(MemorySegment queue, MemorySegment buffers, int count, int bufferBytes) {
    this.queue = queue;
    this.buffers = buffers;
    this.count = count;
    this.bufferBytes = bufferBytes;
    this.heap = new byte[bufferBytes - Ring.Size.BUFFER_OVERHEAD];
    this.heapBuffer = ByteBuffer.wrap(heap);
    for (int buffer = 0; buffer < count; buffer++) {
      add(buffer);
    }
    publish();
  }

  static long queueBytes(int count) {
    return count * Abi.BUF_BYTES;
  }

  int count() {
    return count;
  }

  /** The most bytes of a stream that one buffer holds. */
  public int capacity() {
    return heap.length;
  }

  /** How many bytes of the stream are in a filled buffer; 0 says that the stream has ended. */
  public int payloadBytes(int buffer) {
    return buffers.get(JAVA_INT, at(buffer) + Abi.RECEIVED_PAYLOAD);
  }

  /** When the last of them reached the kernel, as {@link ReceiveTime#ns} gives it. */
  public long arrivalNs(int buffer) {
    long at = at(buffer);
    int length = buffers.get(JAVA_INT, at + Abi.RECEIVED_CONTROL);
    return ReceiveTime.ns(buffers, at + Abi.RECEIVED_BYTES, length);
  }

  /**
   * The bytes, on the heap, where the protocol's engine needs them; good until the next call. The
   * buffer is the kernel's again.
   */
  public ByteBuffer taken(int buffer) {
    int bytes = payloadBytes(buffer);
    MemorySegment.copy(buffers, JAVA_BYTE, at(buffer) + Ring.Size.BUFFER_OVERHEAD, heap, 0, bytes);
    giveBack(buffer);
    return heapBuffer.clear().limit(bytes);
  }

  /** Nobody needs what is in it. */
  public void giveBack(int buffer) {
    add(buffer);
    publish();
  }

  /** Field by field, for the first entry's spare half word is the tail. */
  private void add(int buffer) {
    long at = (given & (count - 1)) * Abi.BUF_BYTES;
    queue.set(JAVA_LONG, at, buffers.address() + at(buffer));
    queue.set(JAVA_INT, at + Abi.BUF_LEN, bufferBytes);
    queue.set(JAVA_SHORT, at + Abi.BUF_ID, (short) buffer);
    given++;
  }

  private void publish() {
    Shared.releaseHalf(queue, Abi.BUF_RING_TAIL, (short) given);
  }

  private long at(int buffer) {
    return (long) buffer * bufferBytes;
  }
}
