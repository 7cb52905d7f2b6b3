package org.boardbench.micro.fanout.socket;

import java.nio.ByteBuffer;

/** A WebSocket text frame as a server sends it: final, unmasked (RFC 6455, section 5.2). */
final class ServerFrame {
  private static final byte FINAL_TEXT = (byte) 0x81;
  private static final int LENGTH_IN_2_BYTES = 126;
  private static final int LENGTH_IN_8_BYTES = 127;

  private ServerFrame() {}

  /** The frame in a direct buffer, so that the channel need not copy it once a member. */
  static ByteBuffer of(byte[] payload) {
    int length = payload.length;
    ByteBuffer frame = ByteBuffer.allocateDirect(headerBytes(length) + length).put(FINAL_TEXT);
    if (length < LENGTH_IN_2_BYTES) {
      frame.put((byte) length);
    } else if (length <= 0xFFFF) {
      frame.put((byte) LENGTH_IN_2_BYTES).putShort((short) length);
    } else {
      frame.put((byte) LENGTH_IN_8_BYTES).putLong(length);
    }
    return frame.put(payload).flip();
  }

  private static int headerBytes(int length) {
    if (length < LENGTH_IN_2_BYTES) {
      return 2;
    }
    return length <= 0xFFFF ? 4 : 10;
  }
}
