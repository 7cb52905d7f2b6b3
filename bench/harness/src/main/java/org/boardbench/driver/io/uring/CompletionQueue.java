package org.boardbench.driver.io.uring;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * What the kernel has done, in order. The kernel writes entries and the tail, the program reads
 * them and writes the head ({@link Shared} has the rules). Used by one thread.
 *
 * <p>A place counts on beyond the queue's size, and around: those from {@link #head} up to {@link
 * #tail} have completions that nobody has taken yet.
 */
public final class CompletionQueue {
  /**
   * Where the ring has its words, in bytes.
   *
   * @param overflow how many completions the kernel had to throw away
   * @param entries where the entries begin
   */
  record Places(long head, long tail, long overflow, long entries) {}

  private final MemorySegment ring;
  private final Places places;
  private final int mask;
  private int head;

  /**
   * @param size a power of two
   */
  CompletionQueue(MemorySegment ring, Places places, int size) {
    this.ring = ring;
    this.places = places;
    this.mask = size - 1;
  }

  /** The first one that was not taken. */
  public int head() {
    return head;
  }

  /** The place behind the last one that has come. */
  public int tail() {
    return Shared.acquire(ring, places.tail());
  }

  /** What its submission said that it is. */
  public long userData(int place) {
    return ring.get(JAVA_LONG, at(place));
  }

  /** What the operation gave; an error's number, negative. */
  public int result(int place) {
    return ring.get(JAVA_INT, at(place) + Abi.CQE_RES);
  }

  /** Tells {@link Completions} more. */
  public int flags(int place) {
    return ring.get(JAVA_INT, at(place) + Abi.CQE_FLAGS);
  }

  /** Takes the one at the head; its place is the kernel's again. */
  public void take() {
    head++;
    Shared.release(ring, places.head(), head);
  }

  /** One that was handled out of its turn becomes {@code userData}, which is nobody's. */
  public void replace(int place, long userData) {
    ring.set(JAVA_LONG, at(place), userData);
  }

  /** How many completions there was no room for, not even in the kernel's memory. */
  int lost() {
    return Shared.acquire(ring, places.overflow());
  }

  private long at(int place) {
    return places.entries() + (place & mask) * Abi.CQE_BYTES;
  }
}
