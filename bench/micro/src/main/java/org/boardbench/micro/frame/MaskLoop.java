package org.boardbench.micro.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Map;

/** Applies a frame's mask (RFC 6455, 5.3), which is its own inverse. */
interface MaskLoop {
  /** Every loop by the name that stands in results. */
  Map<String, MaskLoop> ALL = Map.of("bytewise", new Bytewise(), "wordwise", new Wordwise());

  static MaskLoop named(String name) {
    return ALL.get(name);
  }

  /**
   * Writes {@code from}, masked, to {@code to}, which has the same length and may be the same
   * array.
   *
   * @param mask its first byte is the highest
   */
  void apply(int mask, byte[] from, byte[] to);

  /**
   * One byte after the other, the mask's byte chosen by the place, as the specification puts it.
   */
  final class Bytewise implements MaskLoop {
    @Override
    public void apply(int mask, byte[] from, byte[] to) {
      byte[] key = {(byte) (mask >>> 24), (byte) (mask >>> 16), (byte) (mask >>> 8), (byte) mask};
      for (int i = 0; i < from.length; i++) {
        to[i] = (byte) (from[i] ^ key[i & 3]);
      }
    }
  }

  /** Eight bytes at a time, as the driver does it. */
  final class Wordwise implements MaskLoop {
    private static final VarHandle LONGS =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    @Override
    public void apply(int mask, byte[] from, byte[] to) {
      long twice = ((long) mask << 32) | (mask & 0xffff_ffffL);
      int at = 0;
      for (; at <= from.length - Long.BYTES; at += Long.BYTES) {
        LONGS.set(to, at, (long) LONGS.get(from, at) ^ twice);
      }
      for (int shift = 24; at < from.length; at++, shift -= 8) {
        to[at] = (byte) (from[at] ^ (mask >>> (shift & 31)));
      }
    }
  }
}
