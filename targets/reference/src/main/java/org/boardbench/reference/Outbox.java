package org.boardbench.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** Bytes that a receiver's socket has not taken yet. On the heap, so that many at once can grow. */
final class Outbox {
  /** The most bytes that a slow reader may leave here. */
  static final int LIMIT = 1 << 20;

  private static final int SMALLEST = 4096;
  private static final byte[] NOTHING = {};

  private byte[] bytes = NOTHING;
  private int from;
  private int to;
  private long written;
  private final Deque<Span> trickling = new ArrayDeque<>(0);

  /** Bytes that go one by one, by their places in all that was ever written. */
  private record Span(long from, long to) {}

  boolean isEmpty() {
    return from == to;
  }

  /** Returns false when that would be more than {@link #LIMIT}; then nothing has been added. */
  boolean add(ByteBuffer more) {
    int length = to - from;
    int needed = length + more.remaining();
    if (needed > LIMIT) {
      return false;
    }
    if (to + more.remaining() > bytes.length) {
      byte[] room = bytes;
      if (needed > bytes.length) {
        room = new byte[Math.min(LIMIT, Math.max(SMALLEST, Math.max(needed, 2 * bytes.length)))];
      }
      System.arraycopy(bytes, from, room, 0, length);
      bytes = room;
      from = 0;
      to = length;
    }
    int added = more.remaining();
    more.get(bytes, to, added);
    to += added;
    return true;
  }

  /** Adds what goes byte by byte; returns as {@link #add} does. */
  boolean addTrickle(byte[] more) {
    long start = written + to - from;
    boolean added = add(ByteBuffer.wrap(more));
    if (added) {
      trickling.add(new Span(start, start + more.length));
    }
    return added;
  }

  /** Whether the next byte goes alone. */
  boolean trickles() {
    return !trickling.isEmpty() && trickling.element().from() <= written;
  }

  /** Writes what the socket takes: one byte when it trickles. */
  void write(SocketChannel channel) throws IOException {
    int wanted = to - from;
    if (trickles()) {
      wanted = 1;
    } else if (!trickling.isEmpty()) {
      wanted = (int) (trickling.element().from() - written);
    }
    int gone = channel.write(ByteBuffer.wrap(bytes, from, wanted));
    from += gone;
    written += gone;
    if (!trickling.isEmpty() && trickling.element().to() <= written) {
      trickling.remove();
    }
    if (isEmpty()) {
      from = 0;
      to = 0;
      // A burst that has gone leaves no large array behind.
      bytes = bytes.length > SMALLEST ? NOTHING : bytes;
    }
  }
}
