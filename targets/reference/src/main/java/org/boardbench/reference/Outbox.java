package org.boardbench.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Bytes that a receiver's socket has not taken yet. On the heap, so that many at once can grow. */
final class Outbox {
  /** The most bytes that a slow reader may leave here. */
  static final int LIMIT = 1 << 20;

  private static final int SMALLEST = 4096;
  private static final byte[] NOTHING = {};

  private byte[] bytes = NOTHING;
  private int from;
  private int to;
  private int singleBytes;

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

  /** All that is here goes byte by byte from now on. */
  void trickle() {
    singleBytes = to - from;
  }

  /** Whether the next byte goes alone. */
  boolean trickles() {
    return singleBytes > 0;
  }

  /** Writes what the socket takes: one byte when it trickles. */
  void write(SocketChannel channel) throws IOException {
    int wanted = trickles() ? 1 : to - from;
    int written = channel.write(ByteBuffer.wrap(bytes, from, wanted));
    from += written;
    singleBytes = Math.max(0, singleBytes - written);
    if (isEmpty()) {
      from = 0;
      to = 0;
      // A burst that has gone leaves no large array behind.
      bytes = bytes.length > SMALLEST ? NOTHING : bytes;
    }
  }
}
