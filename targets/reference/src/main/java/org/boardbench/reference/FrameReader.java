package org.boardbench.reference;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds a client's frames in received bytes and unmasks them in place. Used by the server's thread
 * alone; allocates nothing.
 */
final class FrameReader {
  /** The most bytes of a message. */
  static final int LARGEST_MESSAGE = 64 * 1024;

  /** The most bytes of a frame with its header. */
  static final int LARGEST_FRAME = LARGEST_MESSAGE + 14;

  private static final int LARGEST_CONTROL = 125;
  private static final int LENGTH_16 = 126;
  private static final int LENGTH_64 = 127;
  private static final int MASK_BYTES = 4;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  private int firstByte;
  private int start;
  private int length;

  /**
   * Unmasks the frame that begins at {@code from}, when it is complete.
   *
   * @return the frame's length with its header; 0 when it is not complete before {@code to}
   * @throws ProtocolViolation also for a length that is not allowed, before the frame is complete
   */
  int next(byte[] bytes, int from, int to) throws ProtocolViolation {
    if (to - from < 2) {
      return 0;
    }
    firstByte = bytes[from] & 0xff;
    int lengthCode = bytes[from + 1] & 0x7f;
    check(bytes[from + 1] < 0, lengthCode);
    int header = lengthCode == LENGTH_64 ? 10 : lengthCode == LENGTH_16 ? 4 : 2;
    if (to - from < header) {
      return 0;
    }
    long payload =
        switch (header) {
          case 2 -> lengthCode;
          case 4 -> (short) SHORTS.get(bytes, from + 2) & 0xffff;
          default -> (long) LONGS.get(bytes, from + 2);
        };
    if (payload < 0 || payload > LARGEST_MESSAGE) {
      throw new ProtocolViolation(ProtocolViolation.TOO_LARGE, "a message over 64 KiB");
    }
    start = from + header + MASK_BYTES;
    length = (int) payload;
    if (to - start < length) {
      return 0;
    }
    unmask(bytes, (int) INTS.get(bytes, start - MASK_BYTES));
    return start + length - from;
  }

  private void check(boolean masked, int lengthCode) throws ProtocolViolation {
    if (!masked || (firstByte & 0x70) != 0) {
      throw new ProtocolViolation(
          ProtocolViolation.PROTOCOL_ERROR, masked ? "reserved bits are set" : "no mask");
    }
    if (isControl() && (!isFinal() || lengthCode > LARGEST_CONTROL)) {
      throw new ProtocolViolation(ProtocolViolation.PROTOCOL_ERROR, "a control frame too long");
    }
  }

  private void unmask(byte[] bytes, int mask) {
    long wideMask = ((long) mask << 32) | (mask & 0xffff_ffffL);
    int end = start + length;
    int i = start;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      LONGS.set(bytes, i, (long) LONGS.get(bytes, i) ^ wideMask);
    }
    for (; i < end; i++) {
      bytes[i] ^= (byte) (mask >> (24 - 8 * ((i - start) & 3)));
    }
  }

  int opcode() {
    return firstByte & 0x0f;
  }

  boolean isFinal() {
    return (firstByte & 0x80) != 0;
  }

  private boolean isControl() {
    return (firstByte & 0x08) != 0;
  }

  /** Where the payload begins. */
  int start() {
    return start;
  }

  /** The payload's bytes. */
  int length() {
    return length;
  }
}
