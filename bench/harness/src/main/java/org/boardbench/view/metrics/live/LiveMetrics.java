package org.boardbench.view.metrics.live;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.trial.events.EventConsumer;
import org.boardbench.trial.events.RunEvent;

/** A sweep's metrics, served from before it starts until its last totals have been fetched. */
public final class LiveMetrics implements AutoCloseable {
  private final LiveRun run;
  private final Optional<MetricsServer> server;

  private LiveMetrics(LiveRun run, Optional<MetricsServer> server) {
    this.run = run;
    this.server = server;
  }

  /**
   * Starts to serve, where that is wanted and can be had.
   *
   * @param version of the harness
   * @param notes gets a line when the port that nobody asked for is taken
   * @throws InputException when the port that was asked for cannot be had
   */
  public static LiveMetrics serve(MetricsPort wanted, String version, PrintStream notes)
      throws InputException {
    LiveRun run = new LiveRun(version, System::nanoTime, System::currentTimeMillis);
    OptionalInt port = wanted.port();
    if (port.isEmpty()) {
      return new LiveMetrics(run, Optional.empty());
    }
    try {
      return new LiveMetrics(run, Optional.of(MetricsServer.start(port.getAsInt(), run::page)));
    } catch (IOException e) {
      String problem = "must be a free port, was " + port.getAsInt() + ": " + e.getMessage();
      if (wanted.isWanted()) {
        throw new InputException(List.of(new Problem(MetricsPort.KEY, problem)));
      }
      notes.println(
          "No live metrics: port "
              + port.getAsInt()
              + " is taken; "
              + MetricsPort.KEY
              + " names another");
      return new LiveMetrics(run, Optional.empty());
    }
  }

  /** To be told of the sweep's course. */
  public EventConsumer<RunEvent> consumer() {
    return run;
  }

  /** Where the metrics are; empty when they are not served. */
  public Optional<URI> uri() {
    return server.map(MetricsServer::uri);
  }

  /** The sweep is over: who has fetched its metrics so far gets a few seconds to fetch the rest. */
  public void awaitLastScrape() throws InterruptedException {
    if (server.isPresent()) {
      server.get().awaitLastScrape();
    }
  }

  @Override
  public void close() {
    server.ifPresent(MetricsServer::close);
  }
}
