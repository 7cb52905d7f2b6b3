package org.boardbench.protocol.raw;

import org.boardbench.protocol.UserSession;

/**
 * The JSON objects in a frame of a server that sends several at once: one after the other, with
 * blanks, commas or nothing between them, or as the elements of an array.
 */
final class JsonMessages {
  /** No object begins here. */
  private static final int NONE = -1;

  private JsonMessages() {}

  static void split(byte[] bytes, int offset, int length, UserSession.MessageSink sink) {
    int end = offset + length;
    if (!isObjects(bytes, offset, end)) {
      sink.message(bytes, offset, length);
      return;
    }
    int at = objectStart(bytes, offset, end);
    while (at != NONE) {
      int after = objectEnd(bytes, at, end);
      sink.message(bytes, at, after - at);
      at = objectStart(bytes, after, end);
    }
  }

  /** Whether there are objects and nothing else. */
  private static boolean isObjects(byte[] bytes, int offset, int end) {
    int at = offset;
    boolean any = false;
    while (at < end) {
      if (bytes[at] == '{') {
        any = true;
        at = objectEnd(bytes, at, end);
      } else if (isBetween(bytes[at])) {
        at++;
      } else {
        return false;
      }
    }
    return any;
  }

  private static int objectStart(byte[] bytes, int from, int end) {
    for (int at = from; at < end; at++) {
      if (bytes[at] == '{') {
        return at;
      }
    }
    return NONE;
  }

  /** The record separator is that of JSON text sequences. */
  private static boolean isBetween(byte b) {
    return switch (b) {
      case ' ', '\t', '\n', '\r', ',', '[', ']', 0x1e -> true;
      default -> false;
    };
  }

  /** Behind the object that begins at {@code start}; the frame's end for one that has none. */
  private static int objectEnd(byte[] bytes, int start, int end) {
    int depth = 0;
    boolean inString = false;
    for (int at = start; at < end; at++) {
      byte b = bytes[at];
      if (inString) {
        if (b == '\\') {
          at++;
        } else {
          inString = b != '"';
        }
      } else if (b == '"') {
        inString = true;
      } else if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
        if (depth == 0) {
          return at + 1;
        }
      }
    }
    return end;
  }
}
