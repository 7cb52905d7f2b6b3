package org.boardbench.browser.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The lines of an HTTP request before its body.
 *
 * @param target path and query as they were asked for
 * @param fields header lines, in their order
 */
record RequestHead(String method, String target, List<Field> fields) {
  private static final int LONGEST = 16_384;

  RequestHead {
    fields = List.copyOf(fields);
  }

  record Field(String name, String value) {
    boolean isCalled(String other) {
      return name.equalsIgnoreCase(other);
    }
  }

  /**
   * Reads one, to the end of its empty line.
   *
   * @return empty when the peer closed before it began
   * @throws IOException when it is none, or too long
   */
  static Optional<RequestHead> read(InputStream in) throws IOException {
    String first = line(in, LONGEST);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String[] words = first.split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
      throw new IOException("no request: " + first);
    }
    List<Field> fields = new ArrayList<>();
    int left = LONGEST - first.length();
    for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
      left -= line.length();
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new IOException("no header: " + line);
      }
      fields.add(new Field(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return Optional.of(new RequestHead(words[0], words[1], fields));
  }

  private static String line(InputStream in, int longest) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (line.length() >= longest) {
        throw new IOException("a request head of more than " + LONGEST + " bytes");
      }
      line.append((char) b);
    }
    int end = line.length();
    return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
  }

  /** The first with that name. */
  Optional<String> field(String name) {
    return fields.stream().filter(field -> field.isCalled(name)).map(Field::value).findFirst();
  }

  /** Without the query. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  boolean asksForWebSocket() {
    return field("Upgrade")
        .map(value -> value.toLowerCase(Locale.ROOT))
        .orElse("")
        .equals("websocket");
  }

  /**
   * The same request as one of {@code authority}'s own pages makes it, of {@code other} in the
   * place of the target.
   */
  byte[] forwarded(String other, String authority) {
    StringBuilder head = new StringBuilder(method + " " + other + " HTTP/1.1\r\n");
    for (Field field : fields) {
      String value = field.value();
      if (field.isCalled("Host")) {
        value = authority;
      } else if (field.isCalled("Origin")) {
        value = "http://" + authority;
      }
      head.append(field.name()).append(": ").append(value).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
