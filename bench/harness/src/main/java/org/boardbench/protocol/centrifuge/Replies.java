package org.boardbench.protocol.centrifuge;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.boardbench.protocol.UserSession;

/**
 * The replies and pushes of a frame: JSON objects with a line end between them. What comes often is
 * known by its bytes, as Centrifugo spells it; nothing here allocates.
 */
final class Replies {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LINE_ENDS = 0x0a0a_0a0a_0a0a_0a0aL;
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private static final byte[] ID = ascii("{\"id\":");
  private static final byte[] PUBLISHED = ascii(",\"publish\":{}}");
  private static final int MOST_DIGITS = 10;

  private Replies() {}

  /** Gives each line that is not empty to {@code sink}; a frame without one as it is. */
  static void split(byte[] bytes, int offset, int length, UserSession.MessageSink sink) {
    int end = offset + length;
    boolean any = false;
    int at = offset;
    while (at < end) {
      int lineEnd = lineEnd(bytes, at, end);
      if (lineEnd > at) {
        any = true;
        sink.message(bytes, at, lineEnd - at);
      }
      at = lineEnd + 1;
    }
    if (!any) {
      sink.message(bytes, offset, length);
    }
  }

  /** Whether there is a line that is not empty and does not begin with {@code start}. */
  static boolean hasOther(byte[] start, byte[] bytes, int offset, int length) {
    int end = offset + length;
    int at = offset;
    while (at < end) {
      if (beginsWith(start, bytes, at, end)) {
        at = lineEnd(bytes, at + start.length, end);
      } else if (bytes[at] != '\n') {
        return true;
      }
      at++;
    }
    return false;
  }

  /**
   * The id of a publish command that a line says to have succeeded.
   *
   * @return -1 when it says something else, or the same in another spelling
   */
  static long published(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int at = offset + ID.length;
    int idEnd = end - PUBLISHED.length;
    if (idEnd <= at
        || idEnd - at > MOST_DIGITS
        || !beginsWith(ID, bytes, offset, end)
        || !beginsWith(PUBLISHED, bytes, idEnd, end)) {
      return -1;
    }
    long id = 0;
    for (; at < idEnd; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      id = 10 * id + digit;
    }
    return id;
  }

  private static boolean beginsWith(byte[] start, byte[] bytes, int at, int end) {
    return end - at >= start.length
        && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
  }

  /** Where the first line end from {@code from} on is; {@code end} when there is none. */
  private static int lineEnd(byte[] bytes, int from, int end) {
    int at = from;
    while (at + Long.BYTES <= end && !hasLineEnd((long) WORD.get(bytes, at))) {
      at += Long.BYTES;
    }
    while (at < end && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Of eight bytes at once: one that is zero borrows from its high bit. */
  private static boolean hasLineEnd(long word) {
    long zeroWhereEqual = word ^ LINE_ENDS;
    return ((zeroWhereEqual - ONES) & ~zeroWhereEqual & HIGH_BITS) != 0;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
