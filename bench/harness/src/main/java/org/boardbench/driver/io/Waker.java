package org.boardbench.driver.io;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.boardbench.driver.io.linux.Linux;

/** Ends a native loop's wait from other threads: they write to a descriptor that it waits for. */
final class Waker {
  private final MemorySegment error;
  private final MemorySegment count;
  private final int descriptor;

  /** Guarded by this; nothing must be written once the number may be another's. */
  private boolean closed;

  /**
   * @param flags as {@link Linux#eventDescriptor} has them
   */
  Waker(Arena arena, int flags) {
    this.error = arena.allocate(Linux.ERROR_BYTES, 8);
    this.count = arena.allocate(Long.BYTES, Long.BYTES);
    this.descriptor = Linux.eventDescriptor(error, flags);
  }

  /** Negative when this machine had none. */
  int descriptor() {
    return descriptor;
  }

  /** Where the loop's thread reads wake-ups to, which it then has taken. */
  MemorySegment count() {
    return count;
  }

  /** From any thread. */
  synchronized void wake() {
    if (!closed) {
      Linux.addEvent(error, descriptor);
    }
  }

  synchronized void close() {
    if (!closed && descriptor >= 0) {
      Linux.close(error, descriptor);
    }
    closed = true;
  }
}
