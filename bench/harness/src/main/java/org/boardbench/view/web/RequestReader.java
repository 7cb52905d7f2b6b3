package org.boardbench.view.web;

import java.net.HttpURLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts together the requests of one connection (RFC 9112), strictly: what is not clear is refused,
 * and so is what has a body.
 */
final class RequestReader {
  private static final Pattern LINE =
      Pattern.compile("([A-Z]{1,16}) (/[!-~&&[^?]]*)(?:\\?[!-~]*)? HTTP/1\\.([01])");
  private static final Pattern HEADER =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([\\t -~\\x80-\\xff]*?)[ \\t]*");
  private static final int TOO_LARGE = 431;

  private final ByteBuffer bytes;

  RequestReader(int mostBytes) {
    bytes = ByteBuffer.allocate(mostBytes);
  }

  /** Where the next bytes go. */
  ByteBuffer room() {
    return bytes;
  }

  /** Whether part of a request is there. */
  boolean hasBegun() {
    return bytes.position() > 0;
  }

  /**
   * The next request, if all of it is there.
   *
   * @throws BadRequest when there will never be one
   */
  Optional<WebRequest> next() throws BadRequest {
    int end = end();
    if (end < 0) {
      if (!bytes.hasRemaining()) {
        throw new BadRequest(TOO_LARGE, "a request has " + bytes.capacity() + " bytes at most");
      }
      return Optional.empty();
    }
    String text = new String(bytes.array(), 0, end, StandardCharsets.ISO_8859_1);
    bytes.limit(bytes.position()).position(end + 4).compact();
    return Optional.of(parse(text.split("\r\n", -1)));
  }

  /** Where the empty line is that ends the headers; negative where none is. */
  private int end() {
    byte[] array = bytes.array();
    for (int at = 0; at + 3 < bytes.position(); at++) {
      if (array[at] == '\r'
          && array[at + 1] == '\n'
          && array[at + 2] == '\r'
          && array[at + 3] == '\n') {
        return at;
      }
    }
    return -1;
  }

  private static WebRequest parse(String[] lines) throws BadRequest {
    Matcher line = LINE.matcher(lines[0]);
    if (!line.matches()) {
      throw new BadRequest(HttpURLConnection.HTTP_BAD_REQUEST, "this is no request of HTTP/1.1");
    }
    Map<String, String> headers = new HashMap<>();
    for (int number = 1; number < lines.length; number++) {
      Matcher header = HEADER.matcher(lines[number]);
      if (!header.matches()) {
        throw new BadRequest(HttpURLConnection.HTTP_BAD_REQUEST, "a header cannot be read");
      }
      String name = header.group(1).toLowerCase(Locale.ROOT);
      if (headers.put(name, header.group(2)) != null && name.equals("host")) {
        throw new BadRequest(HttpURLConnection.HTTP_BAD_REQUEST, "there are two hosts");
      }
    }
    if (headers.containsKey("transfer-encoding")
        || !headers.getOrDefault("content-length", "0").equals("0")) {
      throw new BadRequest(
          HttpURLConnection.HTTP_ENTITY_TOO_LARGE, "nothing here takes a request with a body");
    }
    boolean isOld = line.group(3).equals("0");
    boolean closes = headers.getOrDefault("connection", "").equalsIgnoreCase("close");
    return new WebRequest(line.group(1), line.group(2), headers, !isOld && !closes);
  }

  /** A request that has no answer but this. */
  static final class BadRequest extends Exception {
    private final int status;

    BadRequest(int status, String message) {
      super(message);
      this.status = status;
    }

    int status() {
      return status;
    }
  }
}
