package org.boardbench.clients.gatling;

import java.util.Locale;

/** The messages of one user, all of the same size. */
final class Stroke {
  private static final String POINT = "[100,100],";
  private static final String END = "\"}";

  private final String head;
  private final String points;
  private final int bytes;

  Stroke(String boardId, String userId, int bytes) {
    this.head = "{\"type\":\"stroke\",\"boardId\":\"" + boardId + "\",\"userId\":\"" + userId + "\"";
    this.bytes = bytes;
    // As many points as leave room for the longest number and time.
    int room = bytes - json(99_999_999, 9_999_999_999_999.999, "").length();
    StringBuilder list = new StringBuilder();
    for (int point = 0; (point + 1) * POINT.length() <= room; point++) {
      list.append(point == 0 ? "" : ",")
          .append('[')
          .append(100 + 7 * point % 900)
          .append(',')
          .append(100 + 5 * point % 900)
          .append(']');
    }
    this.points = list.toString();
  }

  /** The message with that number, which is sent now. */
  String text(int number, double sentMs) {
    String bare = json(number, sentMs, points);
    int end = bare.length() - END.length();
    return bare.substring(0, end) + "x".repeat(Math.max(0, bytes - bare.length())) + END;
  }

  private String json(int number, double sentMs, String list) {
    return head
        + ",\"seq\":"
        + number
        + ",\"sentMs\":"
        + String.format(Locale.ROOT, "%.3f", sentMs)
        + ",\"points\":["
        + list
        + "],\"color\":\"#1f77b4\",\"width\":3,\"pad\":\""
        + END;
  }
}
