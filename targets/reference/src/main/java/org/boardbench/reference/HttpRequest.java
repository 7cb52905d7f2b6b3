package org.boardbench.reference;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The head of an HTTP request.
 *
 * @param head without the empty line that ends it
 */
record HttpRequest(String head) {
  private static final String END = "\r\n\r\n";

  /** Null when the head is not complete yet. */
  static HttpRequest read(byte[] bytes, int length) {
    String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    int end = text.indexOf(END);
    return end < 0 ? null : new HttpRequest(text.substring(0, end));
  }

  /** The bytes that it took. */
  int length() {
    return head.length() + END.length();
  }

  /** Such as {@code GET /health}, without a query. */
  String methodAndPath() {
    String line = head.lines().findFirst().orElse("");
    int version = line.lastIndexOf(' ');
    String asked = version < 0 ? line : line.substring(0, version);
    int query = asked.indexOf('?');
    return query < 0 ? asked : asked.substring(0, query);
  }

  /** The value of a field; empty when it is not there. */
  String field(String name) {
    return Arrays.stream(head.split("\r\n"))
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }
}
