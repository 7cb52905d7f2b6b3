package org.boardbench.driver;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/**
 * Where one loop makes its frames: the text is written into it, then masked where it lies. The
 * library would copy a text three times and allocate each copy.
 *
 * <p>Masks need not be secret here (RFC 6455 has them for proxies that a script could fool), so
 * they come from a quick generator.
 */
final class OutgoingFrame {
  /** The text goes here; the header, whatever its size, ends right before it. */
  static final int TEXT_AT = 14;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final byte FINAL_TEXT = (byte) 0x81;
  private static final int MASKED = 0x80;
  private static final int MASK_BYTES = 4;

  private final SplittableRandom masks = new SplittableRandom();
  private byte[] bytes = new byte[1024];
  private ByteBuffer buffer = ByteBuffer.wrap(bytes);

  /** The place for a text of at most {@code textBytes} bytes, from {@link #TEXT_AT} on. */
  byte[] room(int textBytes) {
    if (bytes.length < TEXT_AT + textBytes) {
      bytes = new byte[TEXT_AT + textBytes];
      buffer = ByteBuffer.wrap(bytes);
    }
    return bytes;
  }

  /** The text's frame; good until the next text is written. */
  ByteBuffer frame(int textBytes) {
    int mask = masks.nextInt();
    mask(textBytes, mask);
    int start = header(textBytes, mask);
    return buffer.limit(TEXT_AT + textBytes).position(start);
  }

  private void mask(int textBytes, int mask) {
    long twice = ((long) mask << 32) | (mask & 0xffff_ffffL);
    int at = TEXT_AT;
    int end = TEXT_AT + textBytes;
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      LONGS.set(bytes, at, (long) LONGS.get(bytes, at) ^ twice);
    }
    for (int shift = 24; at < end; at++, shift -= 8) {
      bytes[at] ^= (byte) (mask >>> (shift & 31));
    }
  }

  /** Writes the header in front of the text and returns where it starts. */
  private int header(int textBytes, int mask) {
    int lengthBytes = textBytes < 126 ? 0 : textBytes < 65_536 ? 2 : 8;
    int start = TEXT_AT - MASK_BYTES - lengthBytes - 2;
    int code = lengthBytes == 0 ? textBytes : lengthBytes == 2 ? 126 : 127;
    bytes[start] = FINAL_TEXT;
    bytes[start + 1] = (byte) (MASKED | code);
    for (int i = 0; i < lengthBytes; i++) {
      bytes[start + 2 + i] = (byte) ((long) textBytes >>> (8 * (lengthBytes - 1 - i)));
    }
    for (int i = 0; i < MASK_BYTES; i++) {
      bytes[TEXT_AT - MASK_BYTES + i] = (byte) (mask >>> (24 - 8 * i));
    }
    return start;
  }
}
