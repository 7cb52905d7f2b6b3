package org.boardbench.micro.fanout.socket;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One write a frame. */
final class WriteEach implements FrameWriter {
  private final Connection connection;

  WriteEach(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void send(ByteBuffer frame) throws IOException {
    connection.write(frame.duplicate());
  }

  @Override
  public void flush() {}
}
