package org.boardbench.reference;

import java.io.ByteArrayOutputStream;

/** The fragments of a message, as they come in. */
final class Fragments {
  private final int opcode;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * @param opcode of the first fragment: what kind of message it is
   */
  Fragments(int opcode) {
    this.opcode = opcode;
  }

  int opcode() {
    return opcode;
  }

  void add(byte[] payload, int from, int length) throws ProtocolViolation {
    if (bytes.size() + length > FrameReader.LARGEST_MESSAGE) {
      throw new ProtocolViolation(ProtocolViolation.TOO_LARGE, "a message over 64 KiB");
    }
    bytes.write(payload, from, length);
  }

  byte[] message() {
    return bytes.toByteArray();
  }
}
