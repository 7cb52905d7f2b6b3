package org.boardbench.micro.fanout.socket;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Pending frames are copied one after the other into the member's buffer, which one write empties.
 * The buffer is the member's own: in a server a member's frames come from several boards.
 */
final class Coalesced implements FrameWriter {
  /** Enough for all pending frames of 300 bytes; of larger ones fewer are collected. */
  private static final int BUFFER_BYTES = 4096;

  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final Connection connection;
  private int size;

  Coalesced(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void send(ByteBuffer frame) throws IOException {
    if (frame.remaining() > buffer.remaining()) {
      flush();
    }
    if (frame.remaining() > buffer.remaining()) {
      connection.write(frame.duplicate());
      return;
    }
    buffer.put(frame.duplicate());
    if (++size == MAX_PENDING) {
      flush();
    }
  }

  @Override
  public void flush() throws IOException {
    connection.write(buffer.flip());
    buffer.clear();
    size = 0;
  }
}
