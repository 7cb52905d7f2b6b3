package org.boardbench.protocol;

import java.nio.charset.StandardCharsets;

/**
 * One user's messages in an envelope whose number differs from message to message: all but the
 * number and the body is known beforehand, so that one is made in place and without allocation.
 * Immutable.
 */
public final class NumberedEnvelope {
  private static final int RADIX = 10;
  private static final int MOST_DIGITS = 10;

  private final byte[] beforeNumber;
  private final byte[] afterNumber;
  private final MessageBody body;
  private final byte[] afterBody;

  /** The texts are ASCII. */
  public NumberedEnvelope(
      String beforeNumber, String afterNumber, MessageBody body, String afterBody) {
    this.beforeNumber = ascii(beforeNumber);
    this.afterNumber = ascii(afterNumber);
    this.body = body;
    this.afterBody = ascii(afterBody);
  }

  /** The most bytes that a message takes. */
  public int mostBytes(int bodyBytes) {
    return beforeNumber.length + MOST_DIGITS + afterNumber.length + bodyBytes + afterBody.length;
  }

  /**
   * Writes a message to {@code target} from {@code at} on.
   *
   * @param number not negative
   * @return how many bytes
   */
  public int write(int number, CharSequence stamp, int bodyBytes, byte[] target, int at) {
    int next = put(beforeNumber, target, at);
    next = putDigits(number, target, next);
    next = put(afterNumber, target, next);
    body.write(stamp, bodyBytes, target, next);
    return put(afterBody, target, next + bodyBytes) - at;
  }

  private static int putDigits(int number, byte[] target, int at) {
    int end = at + 1;
    for (int rest = number / RADIX; rest > 0; rest /= RADIX) {
      end++;
    }
    int rest = number;
    for (int place = end - 1; place >= at; place--) {
      target[place] = (byte) ('0' + rest % RADIX);
      rest /= RADIX;
    }
    return end;
  }

  private static int put(byte[] part, byte[] target, int at) {
    System.arraycopy(part, 0, target, at, part.length);
    return at + part.length;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
