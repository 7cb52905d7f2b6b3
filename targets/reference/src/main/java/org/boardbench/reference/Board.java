package org.boardbench.reference;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The members of a board, and the frames that have been published to it in this iteration of the
 * loop: they are encoded once, and each member gets them in one write. Used by the server's thread
 * alone; allocates nothing for a delivery.
 */
final class Board {
  private static final int SMALLEST_BATCH = 2048;

  /** More than one frame of the longest message. */
  private static final int LARGEST_BATCH = 4 * FrameReader.LARGEST_MESSAGE;

  private final String id;
  private Connection[] members = new Connection[4];
  private int size;
  private ByteBuffer batch = ByteBuffer.allocateDirect(SMALLEST_BATCH);

  Board(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  int size() {
    return size;
  }

  Connection member(int i) {
    return members[i];
  }

  boolean contains(Connection connection) {
    return connection.boards().contains(this);
  }

  /** The members of now. */
  Connection[] snapshot() {
    return Arrays.copyOf(members, size);
  }

  /** Adds a member, which gets nothing of what was published before. */
  void add(Connection member) {
    flush();
    if (size == members.length) {
      members = Arrays.copyOf(members, 2 * size);
    }
    members[size] = member;
    size++;
    member.boards().add(this);
  }

  void remove(Connection member) {
    int i = 0;
    while (members[i] != member) {
      i++;
    }
    size--;
    System.arraycopy(members, i + 1, members, i, size - i);
    members[size] = null;
  }

  /** Adds a text to what all members get at the end of the iteration. */
  void append(byte[] bytes, int from, int length) {
    int needed = length + ServerFrames.LONGEST_HEADER;
    if (batch.remaining() < needed) {
      makeRoom(needed);
    }
    ServerFrames.putHeader(batch, ServerFrames.FINAL | ServerFrames.TEXT, length);
    batch.put(bytes, from, length);
  }

  private void makeRoom(int needed) {
    if (batch.position() + needed > LARGEST_BATCH) {
      flush();
    }
    if (batch.remaining() < needed) {
      int capacity = Math.max(2 * batch.capacity(), batch.position() + needed);
      batch = ByteBuffer.allocateDirect(Math.min(capacity, LARGEST_BATCH)).put(batch.flip());
    }
  }

  boolean hasBatch() {
    return batch.position() > 0;
  }

  /** Sends what waits, in one write a member. */
  void flush() {
    if (!hasBatch()) {
      return;
    }
    int end = batch.position();
    int i = 0;
    while (i < size) {
      Connection member = members[i];
      member.send(batch.position(0).limit(end));
      // A member that has been cut is not here any more.
      if (i < size && members[i] == member) {
        i++;
      }
    }
    batch.clear();
  }
}
