package org.boardbench.browser.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The page's files, and the headers that they are given with. */
public final class PageFiles {
  private static final String FOLDER = "/org/boardbench/browser/board/";
  private static final String INDEX = "index.html";
  private static final Map<String, String> TYPES =
      Map.of(
          INDEX,
          "text/html; charset=utf-8",
          "board.css",
          "text/css; charset=utf-8",
          "board.js",
          "text/javascript; charset=utf-8",
          "connection.js",
          "text/javascript; charset=utf-8",
          "observer.js",
          "text/javascript; charset=utf-8");

  private PageFiles() {}

  /**
   * One file.
   *
   * @param type as the header {@code Content-Type} has it
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on to who writes it.
  public record PageFile(String type, byte[] bytes) {}

  /** By its name; the empty one is the page itself. Empty when there is none. */
  public static Optional<PageFile> named(String name) {
    String file = name.isEmpty() ? INDEX : name;
    return Optional.ofNullable(TYPES.get(file)).map(type -> new PageFile(type, bytes(file)));
  }

  private static byte[] bytes(String file) {
    try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Headers of every answer. The page may load its own files and talk to its own host, and nothing
   * else; and it is isolated from other origins, so that its clock has its full resolution.
   *
   * @param authority host and port under which the page is reached
   */
  public static Map<String, String> headers(String authority) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' ws://"
            + authority
            + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Embedder-Policy", "require-corp");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cache-Control", "no-store");
    return headers;
  }
}
