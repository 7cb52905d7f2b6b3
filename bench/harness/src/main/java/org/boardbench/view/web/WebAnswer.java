package org.boardbench.view.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What a client gets. */
public sealed interface WebAnswer {
  /** Headers beside those that the server sets itself. */
  Map<String, String> headers();

  /** The same with more headers. */
  WebAnswer with(Map<String, String> more);

  /** An answer that is there as a whole. */
  final class Whole implements WebAnswer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Runnable whenSent;

    /**
     * One of any kind.
     *
     * @param body is not to be changed any more
     * @param whenSent is called on the server's thread when its last byte has left
     */
    public Whole(int status, Map<String, String> headers, byte[] body, Runnable whenSent) {
      this.status = status;
      this.headers = Map.copyOf(headers);
      this.body = body;
      this.whenSent = whenSent;
    }

    @Override
    public Map<String, String> headers() {
      return headers;
    }

    @Override
    public Whole with(Map<String, String> more) {
      return new Whole(status, merged(headers, more), body, whenSent);
    }

    /** Of HTTP. */
    public int status() {
      return status;
    }

    /** Not to be changed. */
    public byte[] body() {
      return body;
    }

    Runnable whenSent() {
      return whenSent;
    }
  }

  /**
   * Events as they come, until the client goes.
   *
   * @param after the last event that the client has, as it says; empty for none
   */
  record Stream(Map<String, String> headers, EventLog log, String after) implements WebAnswer {
    public Stream {
      headers = Map.copyOf(headers);
    }

    @Override
    public Stream with(Map<String, String> more) {
      return new Stream(merged(headers, more), log, after);
    }
  }

  /** A whole body of some type. */
  static Whole of(int status, String contentType, byte[] body) {
    return new Whole(status, Map.of("Content-Type", contentType), body, () -> {});
  }

  /** A line for a person. */
  static Whole text(int status, String line) {
    return of(status, "text/plain; charset=utf-8", (line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> merged(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(some);
    all.putAll(more);
    return all;
  }
}
