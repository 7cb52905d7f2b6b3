package org.boardbench.micro.fanout.socket;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes frames to one member's connection, in order. For one thread. */
interface FrameWriter {
  /** Frames that a writer which collects them keeps at most. */
  int MAX_PENDING = 8;

  /**
   * Takes a frame, and writes it now or with later ones.
   *
   * @param frame shared with other members: its position and content stay as they are
   */
  void send(ByteBuffer frame) throws IOException;

  /** Writes what is pending. */
  void flush() throws IOException;
}
