package org.boardbench.micro.tomcat;

import java.nio.ByteBuffer;

/** A WebSocket text frame as a client sends it: final and masked (RFC 6455, section 5.2). */
final class ClientFrame {
  private static final byte FINAL_TEXT = (byte) 0x81;
  private static final int MASKED = 0x80;
  private static final int LENGTH_IN_2_BYTES = 126;
  private static final int LONGEST = 0xFFFF;
  private static final byte[] MASK = {0x37, (byte) 0xFA, 0x21, 0x3D};

  private ClientFrame() {}

  /**
   * @param payload of less than 64 KiB
   */
  static byte[] of(byte[] payload) {
    if (payload.length > LONGEST) {
      throw new IllegalArgumentException("too long: " + payload.length);
    }
    boolean isShort = payload.length < LENGTH_IN_2_BYTES;
    ByteBuffer frame =
        ByteBuffer.allocate((isShort ? 2 : 4) + MASK.length + payload.length).put(FINAL_TEXT);
    if (isShort) {
      frame.put((byte) (MASKED | payload.length));
    } else {
      frame.put((byte) (MASKED | LENGTH_IN_2_BYTES)).putShort((short) payload.length);
    }
    frame.put(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ MASK[i % MASK.length]));
    }
    return frame.array();
  }
}
