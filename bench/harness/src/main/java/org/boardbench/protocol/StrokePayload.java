package org.boardbench.protocol;

import java.nio.charset.StandardCharsets;

/**
 * The one definition of a stroke message: the JSON object with {@code type}, {@code boardId},
 * {@code userId}, {@code stamp}, points, colour and width, padded to the size asked for.
 *
 * <p>A stroke has as many points as fit beside the longest stamp; {@code pad} takes up what a
 * shorter stamp leaves, so messages of the same size have the same points.
 */
public final class StrokePayload {
  private static final String BOARD = "{\"type\":\"stroke\",\"boardId\":\"";
  private static final String USER = "\",\"userId\":\"";
  private static final String STAMP = "\",\"stamp\":\"";
  private static final String POINTS = "\",\"points\":[";
  private static final String PAD = "],\"color\":\"#1f77b4\",\"width\":3,\"pad\":\"";
  private static final String END = "\"}";

  private static final int POINT_BYTES = "[100,100]".length();
  private static final int LONGEST_ID = "u2147483647".length();

  /** A class's letter has its place too, since no time of a run has 19 digits. */
  private static final int LONGEST_STAMP =
      "2147483647.2147483647.h2147483647.9223372036854775807.9223372036854775807".length();

  /** The smallest size: one point beside the longest ids and the longest stamp. */
  public static final int MIN_BYTES =
      BOARD.length()
          + USER.length()
          + STAMP.length()
          + POINTS.length()
          + PAD.length()
          + END.length()
          + 2 * LONGEST_ID
          + LONGEST_STAMP
          + POINT_BYTES;

  private static final byte[] PAD_BYTES = ascii(PAD);
  private static final byte[] END_BYTES = ascii(END);

  private final int payloadBytes;
  private final byte[] points;

  /**
   * @param payloadBytes size of the largest message in bytes of UTF-8
   * @throws IllegalArgumentException when it is below {@link #MIN_BYTES}
   */
  public StrokePayload(int payloadBytes) {
    if (payloadBytes < MIN_BYTES) {
      throw new IllegalArgumentException(
          "payload must be at least " + MIN_BYTES + " bytes, was " + payloadBytes);
    }
    this.payloadBytes = payloadBytes;
    this.points = ascii(POINTS + points(number(payloadBytes)));
  }

  /** How many points a stroke of that size has. */
  private static int number(int bytes) {
    return 1 + (bytes - MIN_BYTES) / (POINT_BYTES + 1);
  }

  /** Bytes from behind the stamp to the last point of a stroke of that size. */
  static int pointsBytes(int bytes) {
    return POINTS.length() + number(bytes) * (POINT_BYTES + 1) - 1;
  }

  /** The JSON text for {@code user} with {@code stamp}, of the largest size. */
  public String json(UserIdentity user, CharSequence stamp) {
    byte[] text = new byte[payloadBytes];
    body(user).write(stamp, payloadBytes, text, 0);
    return new String(text, StandardCharsets.US_ASCII);
  }

  /** {@code user}'s strokes, of any size from {@link #MIN_BYTES} to the largest. */
  public MessageBody body(UserIdentity user) {
    String head = BOARD + user.boardId() + USER + user.userId() + STAMP;
    return new StrokeText(ascii(head), points, PAD_BYTES, END_BYTES);
  }

  /** The largest size. */
  public int bytes() {
    return payloadBytes;
  }

  /** Every character of a stroke is ASCII, so characters are bytes. */
  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A line across the board; three digits a coordinate, so that the size follows the number. */
  private static String points(int number) {
    StringBuilder points = new StringBuilder(number * (POINT_BYTES + 1));
    for (int point = 0; point < number; point++) {
      points.append(point == 0 ? "[" : ",[");
      points.append(100 + 7 * point % 900).append(',').append(100 + 5 * point % 900).append(']');
    }
    return points.toString();
  }
}
