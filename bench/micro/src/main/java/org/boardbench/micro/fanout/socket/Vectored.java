package org.boardbench.micro.fanout.socket;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One gathering write of all pending frames, from where they are. */
final class Vectored implements FrameWriter {
  private final ByteBuffer[] pending = new ByteBuffer[MAX_PENDING];
  private final Connection connection;
  private int size;

  Vectored(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void send(ByteBuffer frame) throws IOException {
    pending[size++] = frame.duplicate();
    if (size == MAX_PENDING) {
      flush();
    }
  }

  @Override
  public void flush() throws IOException {
    connection.write(pending, size);
    size = 0;
  }
}
