package org.boardbench.view.metrics.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.view.metrics.MetricsPage;

/** Serves a page of metrics to this machine alone, on one thread of its own. */
final class MetricsServer implements AutoCloseable {
  private static final String PATH = "/metrics";

  /** A scraper that asks every few seconds counts as there. */
  private static final Duration LATELY = Duration.ofSeconds(10);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private final HttpServer server;
  private final Supplier<MetricsPage> page;
  private final LastScrape lastScrape = new LastScrape(System::nanoTime, Thread::sleep);
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("metrics-server").factory());

  private MetricsServer(HttpServer server, Supplier<MetricsPage> page) {
    this.server = server;
    this.page = page;
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any that is free
   * @param page is asked for on the server's thread
   * @throws IOException when the port cannot be had
   */
  static MetricsServer start(int port, Supplier<MetricsPage> page) throws IOException {
    MetricsServer metrics =
        new MetricsServer(HttpServer.create(LoopbackPorts.address(port), 0), page);
    metrics.server.createContext("/", metrics::handle);
    metrics.server.setExecutor(metrics.thread);
    metrics.server.start();
    return metrics;
  }

  /** Where the page is. */
  URI uri() {
    return LoopbackPorts.uri("http", server.getAddress().getPort(), PATH);
  }

  private void handle(HttpExchange exchange) throws IOException {
    long askedNs = System.nanoTime();
    boolean isScrape = false;
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(PATH)) {
        exchange.sendResponseHeaders(HttpURLConnection.HTTP_NOT_FOUND, -1);
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(HttpURLConnection.HTTP_BAD_METHOD, -1);
      } else {
        answer(exchange);
        isScrape = true;
      }
    }
    // Only now its last bytes have left: whoever waits for it may close the server.
    if (isScrape) {
      lastScrape.answered(askedNs);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    page.get().writeTo(text);
    exchange.getResponseHeaders().set("Content-Type", MetricsPage.CONTENT_TYPE);
    exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, text.size());
    text.writeTo(exchange.getResponseBody());
  }

  /** Waits a few seconds at most for who scrapes to get what there is now. */
  void awaitLastScrape() throws InterruptedException {
    lastScrape.awaitNext(LATELY, LONGEST_WAIT);
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
  }
}
