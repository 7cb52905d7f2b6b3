package org.boardbench.micro.fanout.socket;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The server's end of a member's connection. For one thread. */
public interface Connection {
  /** Returns when everything has been taken, if possible by one system call. */
  void write(ByteBuffer bytes) throws IOException;

  /** As {@link #write(ByteBuffer)}, with the first {@code length} buffers one after the other. */
  void write(ByteBuffer[] buffers, int length) throws IOException;
}
