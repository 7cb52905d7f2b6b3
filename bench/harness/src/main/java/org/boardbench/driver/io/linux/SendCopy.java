package org.boardbench.driver.io.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * Gives bytes of the heap to sockets by way of native memory, because a view on the heap would be
 * an object for each send. One a loop, used by its thread.
 */
public final class SendCopy {
  private static final int CAPACITY = 64 * 1024;

  private final MemorySegment error;
  private final MemorySegment bytes;

  public SendCopy(Arena arena, MemorySegment error) {
    this.error = error;
    this.bytes = arena.allocate(CAPACITY, 64);
  }

  /**
   * Sends what there is room for, without touching {@code from}'s position.
   *
   * @return the number of bytes, or the error's number, negative
   */
  public long to(int socket, ByteBuffer from) {
    int count = Math.min(from.remaining(), CAPACITY);
    int start = from.arrayOffset() + from.position();
    MemorySegment.copy(from.array(), start, bytes, JAVA_BYTE, 0, count);
    return Linux.send(error, socket, bytes, count);
  }
}
