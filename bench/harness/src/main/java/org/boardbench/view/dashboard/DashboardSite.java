package org.boardbench.view.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.Map;
import org.boardbench.view.web.EventLog;
import org.boardbench.view.web.WebAnswer;
import org.boardbench.view.web.WebRequest;
import org.boardbench.view.web.WebSite;

/**
 * The page, what it is made of, and the events that it listens to. For browsers of this machine
 * alone, whatever names other sites give it.
 */
public final class DashboardSite implements WebSite {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String SVG = "image/svg+xml";

  /** The library's folder in its WebJar, whose version is the one in the parent's pom.xml. */
  private static final String LIBRARY = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

  private static final String EVENTS = "/events";
  private static final int MISDIRECTED = 421;

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private final EventLog log;
  private final Map<String, WebAnswer> files = new HashMap<>();

  /**
   * Loads the page.
   *
   * @param log what the page is told
   */
  public DashboardSite(EventLog log) {
    this.log = log;
    file("/", HTML, "dashboard.html");
    file("/dashboard.css", CSS, "dashboard.css");
    file("/icon.svg", SVG, "icon.svg");
    for (String script : new String[] {"main.js", "run.js", "charts.js", "panels.js", "text.js"}) {
      file("/" + script, SCRIPT, script);
    }
    file("/uplot.js", SCRIPT, LIBRARY + "uPlot.iife.min.js");
    file("/uplot.css", CSS, LIBRARY + "uPlot.min.css");
  }

  private void file(String path, String contentType, String resource) {
    try (InputStream in = DashboardSite.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      files.put(
          path,
          WebAnswer.of(HttpURLConnection.HTTP_OK, contentType, in.readAllBytes()).with(HEADERS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public WebAnswer answer(WebRequest request) {
    if (!request.isForLoopback()) {
      return WebAnswer.text(MISDIRECTED, "this page is http://127.0.0.1 or http://localhost");
    }
    if (request.path().equals(EVENTS)) {
      return events(request);
    }
    WebAnswer file = files.get(request.path());
    return file == null
        ? WebAnswer.text(HttpURLConnection.HTTP_NOT_FOUND, "there is no such page").with(HEADERS)
        : file;
  }

  private WebAnswer events(WebRequest request) {
    if (request.isFromAnotherSite()) {
      return WebAnswer.text(HttpURLConnection.HTTP_FORBIDDEN, "only the page itself may listen");
    }
    return new WebAnswer.Stream(
            Map.of("Content-Type", "text/event-stream"),
            log,
            request.header("last-event-id").orElse(""))
        .with(HEADERS);
  }
}
