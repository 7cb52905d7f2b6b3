package org.boardbench.protocol.stomp;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.boardbench.protocol.UserSession;

/**
 * One STOMP 1.2 frame.
 *
 * @param headers unescaped, in the order of the frame
 */
record StompFrame(String command, Map<String, String> headers, String body) {
  private static final char END = '\0';

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The frame as the text of one WebSocket message. */
  String text() {
    StringBuilder text = new StringBuilder(command).append('\n');
    headers.forEach(
        (name, value) -> text.append(escape(name)).append(':').append(escape(value)).append('\n'));
    return text.append('\n').append(body).append(END).toString();
  }

  /** A {@code SEND} of JSON. */
  static StompFrame send(String destination, String json) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("destination", destination);
    headers.put("content-type", "application/json");
    headers.put("content-length", Integer.toString(json.getBytes(StandardCharsets.UTF_8).length));
    return new StompFrame("SEND", headers, json);
  }

  /**
   * The frame that {@code text} is; empty when it is none. The body ends at the first NUL whatever
   * {@code content-length} says: the bodies here are JSON, which cannot contain one.
   */
  static Optional<StompFrame> parse(String text) {
    int end = text.indexOf(END);
    if (end < 0) {
      return Optional.empty();
    }
    int at = 0;
    String command = "";
    Map<String, String> headers = new LinkedHashMap<>();
    while (at < end) {
      int lineEnd = text.indexOf('\n', at);
      if (lineEnd < 0 || lineEnd > end) {
        return Optional.empty();
      }
      String line = withoutCarriageReturn(text.substring(at, lineEnd));
      at = lineEnd + 1;
      if (command.isEmpty()) {
        command = line;
      } else if (line.isEmpty()) {
        return Optional.of(new StompFrame(command, headers, text.substring(at, end)));
      } else if (!readHeader(line, headers)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Gives each frame of a WebSocket message to {@code sink}; line ends between them are silence.
   */
  static void split(byte[] bytes, int offset, int length, UserSession.MessageSink sink) {
    int end = offset + length;
    int start = afterLineEnds(bytes, offset, end);
    if (start == end) {
      sink.message(bytes, offset, length);
    }
    while (start < end) {
      int at = start;
      while (at < end && bytes[at] != END) {
        at++;
      }
      int after = Math.min(at + 1, end);
      sink.message(bytes, start, after - start);
      start = afterLineEnds(bytes, after, end);
    }
  }

  private static int afterLineEnds(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && (bytes[at] == '\n' || bytes[at] == '\r')) {
      at++;
    }
    return at;
  }

  private static boolean readHeader(String line, Map<String, String> headers) {
    int colon = line.indexOf(':');
    if (colon < 1) {
      return false;
    }
    // Of repeated headers the first one counts.
    headers.putIfAbsent(unescape(line.substring(0, colon)), unescape(line.substring(colon + 1)));
    return true;
  }

  private static String withoutCarriageReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private static String escape(String header) {
    return header
        .replace("\\", "\\\\")
        .replace("\r", "\\r")
        .replace("\n", "\\n")
        .replace(":", "\\c");
  }

  private static String unescape(String header) {
    if (header.indexOf('\\') < 0) {
      return header;
    }
    StringBuilder plain = new StringBuilder(header.length());
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      boolean escaped = c == '\\' && i + 1 < header.length();
      plain.append(escaped ? meant(header.charAt(++i)) : c);
    }
    return plain.toString();
  }

  private static char meant(char escaped) {
    return switch (escaped) {
      case 'r' -> '\r';
      case 'n' -> '\n';
      case 'c' -> ':';
      default -> escaped;
    };
  }
}
