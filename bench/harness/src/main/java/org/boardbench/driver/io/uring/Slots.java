package org.boardbench.driver.io.uring;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.boardbench.driver.io.linux.Linux;

/**
 * Native memory that operations need until they have ended. Whoever has asked for one may be gone
 * by then: a slot is free when its operation says so, and not before. Used by one thread; allocates
 * only when there were never so many slots in use.
 *
 * @param <T> who asks for operations
 */
public final class Slots<T> {
  /** Of each: a message of 64 KiB with its frame and its protocol's envelope. */
  public static final int BYTES = 80 * 1024;

  private static final int CHUNK = 64;

  private final Arena arena;
  private final MemorySegment error;
  private MemorySegment[] chunks = new MemorySegment[1];
  private Object[] owners = new Object[CHUNK];

  /** A stack, so that what was used last is used next: that is still in the cache. */
  private int[] free = new int[CHUNK];

  private int freeCount;
  private int used;

  public Slots(Arena arena) {
    this.arena = arena;
    this.error = arena.allocate(Linux.ERROR_BYTES, 8);
  }

  /** A slot that is {@code owner}'s. */
  public int take(T owner) {
    if (freeCount == 0) {
      grow();
    }
    int slot = free[--freeCount];
    owners[slot] = owner;
    return slot;
  }

  private void grow() {
    int chunk = used / CHUNK;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * chunk);
      owners = Arrays.copyOf(owners, 2 * used);
      free = Arrays.copyOf(free, 2 * used);
    }
    try {
      chunks[chunk] = Calls.memory(arena, error, (long) CHUNK * BYTES);
    } catch (UringException e) {
      throw new UncheckedIOException(e);
    }
    for (int slot = used + CHUNK - 1; slot >= used; slot--) {
      free[freeCount++] = slot;
    }
    used += CHUNK;
  }

  /** Whose it is; null when the owner has gone. */
  @SuppressWarnings("unchecked") // Only take() puts something there.
  public T owner(int slot) {
    return (T) owners[slot];
  }

  /** The owner goes; the operation has not ended. */
  public void leave(int slot) {
    owners[slot] = null;
  }

  /** The operation has ended. */
  public void giveBack(int slot) {
    owners[slot] = null;
    free[freeCount++] = slot;
  }

  /** How many are in use. */
  public int inUse() {
    return used - freeCount;
  }

  /** The memory in which the slot lies, from {@link #offset} on. */
  public MemorySegment memory(int slot) {
    return chunks[slot / CHUNK];
  }

  public long offset(int slot) {
    return (long) (slot % CHUNK) * BYTES;
  }

  /**
   * Copies as many of {@code bytes}, a heap buffer, as the slot holds, and moves its position.
   *
   * @return how many that were
   */
  public int fill(int slot, ByteBuffer bytes) {
    int count = Math.min(bytes.remaining(), BYTES);
    int start = bytes.arrayOffset() + bytes.position();
    MemorySegment.copy(bytes.array(), start, memory(slot), JAVA_BYTE, offset(slot), count);
    bytes.position(bytes.position() + count);
    return count;
  }
}
