package org.boardbench.reference;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Whether bytes are UTF-8. Used by the server's thread alone. */
final class Utf8Check {
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /** Reports malformed input, which is the default. */
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

  private final CharBuffer decoded = CharBuffer.allocate(FrameReader.LARGEST_MESSAGE);

  boolean isUtf8(byte[] bytes, int from, int length) {
    if (isAscii(bytes, from, from + length)) {
      return true;
    }
    decoder.reset();
    return !decoder.decode(ByteBuffer.wrap(bytes, from, length), decoded.clear(), true).isError();
  }

  private static boolean isAscii(byte[] bytes, int from, int to) {
    long all = 0;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      all |= (long) LONGS.get(bytes, i);
    }
    for (; i < to; i++) {
      all |= bytes[i];
    }
    return (all & HIGH_BITS) == 0;
  }
}
