package org.boardbench.driver.io.uring;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * What the kernel is asked to do, in order. The program writes entries and the tail, the kernel
 * reads them and writes the head ({@link Shared} has the rules). Used by one thread.
 */
final class SubmissionQueue {
  /**
   * Where the ring has its words, in bytes.
   *
   * @param flags the kernel's
   * @param dropped how many entries the kernel could not make sense of
   * @param array which entry stands at which place
   */
  record Places(long head, long tail, long flags, long dropped, long array) {}

  private final MemorySegment ring;
  private final Places places;
  private final MemorySegment entries;
  private final int size;

  /** Entries that were ever written; counts on beyond the size, and around. */
  private int written;

  /** Of these the ones that the kernel has taken. */
  private int taken;

  /**
   * @param size a power of two
   */
  SubmissionQueue(MemorySegment ring, Places places, MemorySegment entries, int size) {
    this.ring = ring;
    this.places = places;
    this.entries = entries;
    this.size = size;
    for (int i = 0; i < size; i++) {
      ring.set(JAVA_INT, places.array() + (long) Integer.BYTES * i, i);
    }
  }

  /** Whether the next entry's place is still the kernel's to read. */
  boolean isFull() {
    return written - Shared.acquire(ring, places.head()) == size;
  }

  /** How many entries the kernel has not been told of, or has not taken. */
  int waiting() {
    return written - taken;
  }

  /** Lets the kernel see what was written; a call then tells it how many entries to take. */
  void publish() {
    Shared.release(ring, places.tail(), written);
  }

  /** The kernel has taken so many more. */
  void took(int count) {
    taken += count;
  }

  /** Whether completions wait in the kernel for room in their queue. */
  boolean hasOverflow() {
    return (Shared.acquire(ring, places.flags()) & Abi.SQ_CQ_OVERFLOW) != 0;
  }

  /** How many entries the kernel threw away, which it never does with what this class writes. */
  int dropped() {
    return Shared.acquire(ring, places.dropped());
  }

  /**
   * Writes an entry, unless the queue {@link #isFull}.
   *
   * @param operation opcode, flags and ioprio as {@link #operation} puts them together
   * @param off what the entry has where a file's offset would be
   * @param operationFlags what {@code rw_flags} and its unions mean for the operation
   * @param group of buffers, for a receive
   */
  void write(
      int operation,
      int descriptor,
      long off,
      long address,
      int length,
      int operationFlags,
      long userData,
      int group) {
    long at = (written & (size - 1)) * Abi.SQE_BYTES;
    entries.set(JAVA_LONG, at, word(operation, descriptor));
    entries.set(JAVA_LONG, at + Abi.SQE_OFF, off);
    entries.set(JAVA_LONG, at + Abi.SQE_ADDR, address);
    entries.set(JAVA_LONG, at + Abi.SQE_LEN_AND_OP_FLAGS, word(length, operationFlags));
    entries.set(JAVA_LONG, at + Abi.SQE_USER_DATA, userData);
    entries.set(JAVA_LONG, at + Abi.SQE_GROUP, group);
    entries.set(JAVA_LONG, at + Abi.SQE_ADDR3, 0);
    entries.set(JAVA_LONG, at + Abi.SQE_PAD, 0);
    written++;
  }

  /** The first half word of an entry. */
  static int operation(int opcode, int flags, int ioprio) {
    return opcode | flags << 8 | ioprio << 16;
  }

  /** Both architectures put the low half first. */
  private static long word(int low, int high) {
    return Integer.toUnsignedLong(low) | (long) high << 32;
  }
}
