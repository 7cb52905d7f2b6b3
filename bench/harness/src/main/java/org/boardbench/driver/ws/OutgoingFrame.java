package org.boardbench.driver.ws;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.boardbench.protocol.FrameKind;

/**
 * Where one loop makes its frames: the payload is written into it, then masked where it lies. The
 * library would copy it three times and allocate each copy.
 *
 * <p>Masks need not be secret here (RFC 6455 has them for proxies that a script could fool), so
 * they come from a quick generator.
 */
public final class OutgoingFrame {
  /** The payload goes here; the header, whatever its size, ends right before it. */
  public static final int PAYLOAD_AT = 14;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int MASK_BYTES = 4;

  private final SplittableRandom masks = new SplittableRandom();
  private byte[] bytes = new byte[1024];
  private ByteBuffer buffer = ByteBuffer.wrap(bytes);

  /**
   * The place for a payload of at most {@code payloadBytes} bytes, from {@link #PAYLOAD_AT} on. It
   * doubles when it is too small, so that messages of all sizes soon allocate nothing.
   */
  public byte[] room(int payloadBytes) {
    if (bytes.length < PAYLOAD_AT + payloadBytes) {
      bytes = new byte[Math.max(2 * bytes.length, PAYLOAD_AT + payloadBytes)];
      buffer = ByteBuffer.wrap(bytes);
    }
    return bytes;
  }

  /** The payload's frame; good until the next payload is written. */
  public ByteBuffer frame(FrameKind kind, int payloadBytes) {
    return frame(first(kind), payloadBytes);
  }

  /** The frame of a payload that is a compressed message, whole. */
  ByteBuffer compressed(FrameKind kind, int payloadBytes) {
    return frame(first(kind) | FrameRules.COMPRESSED, payloadBytes);
  }

  private static int first(FrameKind kind) {
    return kind == FrameKind.TEXT ? FrameRules.FINAL_TEXT : FrameRules.FINAL_BINARY;
  }

  private ByteBuffer frame(int first, int payloadBytes) {
    int mask = masks.nextInt();
    mask(payloadBytes, mask);
    int start = header(first, payloadBytes, mask);
    return buffer.limit(PAYLOAD_AT + payloadBytes).position(start);
  }

  private void mask(int payloadBytes, int mask) {
    long twice = ((long) mask << 32) | (mask & 0xffff_ffffL);
    int at = PAYLOAD_AT;
    int end = PAYLOAD_AT + payloadBytes;
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      LONGS.set(bytes, at, (long) LONGS.get(bytes, at) ^ twice);
    }
    for (int shift = 24; at < end; at++, shift -= 8) {
      bytes[at] ^= (byte) (mask >>> (shift & 31));
    }
  }

  /** Writes the header in front of the payload and returns where it starts. */
  private int header(int first, int payloadBytes, int mask) {
    int lengthBytes = payloadBytes < 126 ? 0 : payloadBytes < 65_536 ? 2 : 8;
    int start = PAYLOAD_AT - MASK_BYTES - lengthBytes - 2;
    int code = lengthBytes == 0 ? payloadBytes : lengthBytes == 2 ? 126 : 127;
    bytes[start] = (byte) first;
    bytes[start + 1] = (byte) (FrameRules.MASKED | code);
    for (int i = 0; i < lengthBytes; i++) {
      bytes[start + 2 + i] = (byte) ((long) payloadBytes >>> (8 * (lengthBytes - 1 - i)));
    }
    for (int i = 0; i < MASK_BYTES; i++) {
      bytes[PAYLOAD_AT - MASK_BYTES + i] = (byte) (mask >>> (24 - 8 * i));
    }
    return start;
  }
}
