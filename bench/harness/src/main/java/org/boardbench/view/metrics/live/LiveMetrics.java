package org.boardbench.view.metrics.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.trial.events.EventConsumer;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.view.dashboard.DashboardSite;
import org.boardbench.view.dashboard.LiveFeed;
import org.boardbench.view.metrics.MetricsPage;
import org.boardbench.view.web.EventLog;
import org.boardbench.view.web.WebAnswer;
import org.boardbench.view.web.WebRequest;
import org.boardbench.view.web.WebServer;

/**
 * What a sweep shows of itself over HTTP, from before it starts until its last totals have been
 * fetched: its metrics, and a page for people.
 */
public final class LiveMetrics implements AutoCloseable {
  private static final String PATH = "/metrics";

  /** A scraper that asks every few seconds counts as there. */
  private static final Duration LATELY = Duration.ofSeconds(10);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  private static final Duration LAST_EVENTS = Duration.ofSeconds(1);

  private final LiveRun run;
  private final LastScrape lastScrape = new LastScrape(System::nanoTime, Thread::sleep);
  private final Optional<Page> page;
  private Optional<WebServer> server = Optional.empty();

  /** The dashboard: what fills it, and what serves it. */
  private record Page(EventLog log, LiveFeed feed, DashboardSite site) {
    static Page of(String version) {
      // Another run at this address is another log, which no page of this one goes on with.
      EventLog log = new EventLog(Long.toString(System.currentTimeMillis(), Character.MAX_RADIX));
      return new Page(log, new LiveFeed(log, version), new DashboardSite(log));
    }
  }

  private LiveMetrics(String version, boolean hasDashboard) {
    this.run = new LiveRun(version, System::nanoTime, System::currentTimeMillis);
    this.page = hasDashboard ? Optional.of(Page.of(version)) : Optional.empty();
  }

  /**
   * Starts to serve, where that is wanted and can be had.
   *
   * @param hasDashboard whether there is a page for people beside the metrics
   * @param version of the harness
   * @param notes gets a line when the port that nobody asked for is taken
   * @throws InputException when the port that was asked for cannot be had
   */
  public static LiveMetrics serve(
      MetricsPort wanted, boolean hasDashboard, String version, PrintStream notes)
      throws InputException {
    OptionalInt port = wanted.port();
    LiveMetrics metrics = new LiveMetrics(version, hasDashboard && port.isPresent());
    if (port.isEmpty()) {
      return metrics;
    }
    try {
      WebServer server = WebServer.start(port.getAsInt(), metrics::answer);
      metrics.page.ifPresent(page -> server.tell(page.log()));
      metrics.server = Optional.of(server);
      return metrics;
    } catch (IOException e) {
      String problem = "must be a free port, was " + port.getAsInt() + ": " + e.getMessage();
      if (wanted.isWanted()) {
        throw new InputException(List.of(new Problem(MetricsPort.KEY, problem)));
      }
      notes.println(
          (hasDashboard ? "No dashboard and no live metrics: port " : "No live metrics: port ")
              + port.getAsInt()
              + " is taken; "
              + MetricsPort.KEY
              + " names another");
      return metrics;
    }
  }

  private WebAnswer answer(WebRequest request) {
    if (request.path().equals(PATH)) {
      return metrics();
    }
    return page.map(shown -> shown.site().answer(request))
        .orElseGet(() -> WebAnswer.text(HttpURLConnection.HTTP_NOT_FOUND, "see " + PATH));
  }

  private WebAnswer metrics() {
    long askedNs = System.nanoTime();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      run.page().writeTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Only when its last bytes have left may who waits for it close the server.
    return new WebAnswer.Whole(
        HttpURLConnection.HTTP_OK,
        Map.of("Content-Type", MetricsPage.CONTENT_TYPE),
        text.toByteArray(),
        () -> lastScrape.answered(askedNs));
  }

  /** To be told of the sweep's course; none where nobody could see what they make of it. */
  public List<EventConsumer<RunEvent>> consumers() {
    List<EventConsumer<RunEvent>> consumers = new ArrayList<>();
    if (server.isPresent()) {
      consumers.add(run);
      page.ifPresent(shown -> consumers.add(shown.feed()));
    }
    return consumers;
  }

  /** Where the metrics are; empty when they are not served. */
  public Optional<URI> uri() {
    return server.map(serving -> serving.uri(PATH));
  }

  /** Where the page for people is; empty when there is none. */
  public Optional<URI> dashboard() {
    return page.flatMap(shown -> server.map(serving -> serving.uri("/")));
  }

  /**
   * The sweep is over: who has fetched its metrics so far gets a few seconds to fetch the rest, and
   * open pages a moment to hear of its end.
   */
  public void awaitLastScrape() throws InterruptedException {
    if (server.isPresent()) {
      if (page.isPresent()) {
        server.get().awaitStreams(page.get().log(), LAST_EVENTS);
      }
      lastScrape.awaitNext(LATELY, LONGEST_WAIT);
    }
  }

  @Override
  public void close() {
    server.ifPresent(WebServer::close);
  }
}
