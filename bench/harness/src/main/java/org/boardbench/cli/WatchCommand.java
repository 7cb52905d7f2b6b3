package org.boardbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.core.ThisProgram;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.results.StoreException;
import org.boardbench.store.StoredRun;
import org.boardbench.view.dashboard.DashboardSite;
import org.boardbench.view.dashboard.StoredFeed;
import org.boardbench.view.metrics.live.MetricsPort;
import org.boardbench.view.web.EventLog;
import org.boardbench.view.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code boardbench watch}: opens the dashboard of a stored run. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Opens the dashboard of a stored run, until Ctrl-C. That of a run under way is where its first"
            + " lines say.",
    synopsisHeading = "Usage: ",
    customSynopsis = "boardbench watch RUN [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  boardbench watch results/paper-20260131-235959",
      "  boardbench watch results/reference --port 9465",
      "",
      "Exit status: 2 wrong usage, no run, or no such port to be had."
    })
final class WatchCommand implements Callable<Integer> {
  private static final String PORT = "--port";

  private final CliContext context;

  @Parameters(paramLabel = "RUN", description = "The run's folder.")
  private Path run;

  @Option(
      names = PORT,
      paramLabel = "N",
      defaultValue = "9464",
      description = "Port of 127.0.0.1 (default: ${DEFAULT-VALUE}).")
  private String port;

  WatchCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InputException, IOException {
    List<Problem> problems = new ArrayList<>();
    int number = MetricsPort.number(PORT, port, problems);
    EventLog log = log(problems);
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    try (WebServer server = serve(number, log)) {
      context.out().println("Watch it at " + server.uri("/") + " until Ctrl-C");
      server.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitStatus.OK;
  }

  private EventLog log(List<Problem> problems) {
    EventLog log = new EventLog("stored");
    try {
      StoredFeed.fill(log, StoredRun.read(run), ThisProgram.version());
    } catch (StoreException e) {
      problems.add(new Problem("RUN", "must be the folder of a run: " + e.getMessage()));
    }
    return log;
  }

  private static WebServer serve(int port, EventLog log) throws InputException {
    try {
      return WebServer.start(port, new DashboardSite(log));
    } catch (IOException e) {
      String problem = "must be a free port, was " + port + ": " + e.getMessage();
      throw new InputException(List.of(new Problem(PORT, problem)));
    }
  }
}
