package org.boardbench.driver.io;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.boardbench.driver.io.linux.Linux;
import org.boardbench.driver.io.uring.Ring;

/** Ends a ring's wait from other threads: they write to a descriptor that the ring reads. */
final class UringWaker {
  private final MemorySegment error;
  private final MemorySegment count;
  private final int descriptor;

  /** Guarded by this; nothing must be written once the number may be another's. */
  private boolean closed;

  UringWaker(Arena arena) {
    this.error = arena.allocate(Linux.ERROR_BYTES, 8);
    this.count = arena.allocate(Long.BYTES, Long.BYTES);
    this.descriptor = Linux.eventDescriptor(error, 0);
  }

  /** Negative when this machine had none. */
  int descriptor() {
    return descriptor;
  }

  /** Has the ring read the next wake-up; one that has come meanwhile is found at once. */
  void arm(Ring ring, long userData) {
    ring.read(descriptor, count, userData);
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
