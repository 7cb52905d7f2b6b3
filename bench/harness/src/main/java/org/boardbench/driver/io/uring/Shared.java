package org.boardbench.driver.io.uring;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;

/**
 * Words that a program and the kernel write to while the other one reads them. Each side writes its
 * entries plainly and then its index with a release; the other side reads that index with an
 * acquire and then finds the entries whole. What a side is done with it gives back the same way, so
 * that an entry is not written to while the other side still reads it. These are the kernel's own
 * rules ({@code io_uring(7)}, {@code io_uring/io_uring.c}: {@code smp_load_acquire} and {@code
 * smp_store_release} on the same words).
 */
final class Shared {
  private static final VarHandle WORD = JAVA_INT.varHandle();
  private static final VarHandle HALF_WORD = JAVA_SHORT.varHandle();

  private Shared() {}

  static int acquire(MemorySegment memory, long at) {
    return (int) WORD.getAcquire(memory, at);
  }

  static void release(MemorySegment memory, long at, int value) {
    WORD.setRelease(memory, at, value);
  }

  static void releaseHalf(MemorySegment memory, long at, short value) {
    HALF_WORD.setRelease(memory, at, value);
  }
}
