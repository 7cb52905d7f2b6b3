package org.boardbench.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.results.StoreException;
import org.boardbench.store.StoredRun;
import org.boardbench.view.metrics.export.RunExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code boardbench export}: checks what was asked for, then sends it. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Sends a stored run to a VictoriaMetrics at the run's own time, so that the board of live"
            + " metrics shows it. Sent again, it changes nothing.",
    synopsisHeading = "Usage: ",
    customSynopsis = "boardbench export --run DIR [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  boardbench export --run results/paper-20260131-235959",
      "  boardbench export --run results/reference --to http://127.0.0.1:8428",
      "  boardbench export --run results/paper-20260131-235959 --replace",
      "",
      "Exit status: 0 all of it is there; 1 no connection, or the other side closes it, refuses, or",
      "             does not keep it; 2 wrong usage, or no run (nothing was sent)."
    })
final class ExportCommand implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  private final CliContext context;

  @Option(names = "--run", paramLabel = "DIR", required = true, description = "The run's folder.")
  private Path run;

  @Option(
      names = "--to",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8428",
      description = "The VictoriaMetrics (default: ${DEFAULT-VALUE}).")
  private String to;

  @Option(
      names = "--replace",
      description = "First remove what it has of this run, as collected live.")
  private boolean isReplacing;

  ExportCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InputException, IOException, InterruptedException {
    List<Problem> problems = new ArrayList<>();
    URI url = url(problems);
    StoredRun stored = stored(problems);
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    new RunExport(stored, url, context.out()).send(isReplacing);
    return ExitStatus.OK;
  }

  private URI url(List<Problem> problems) {
    try {
      URI url = new URI(to);
      boolean isWeb = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (isWeb && url.getHost() != null && url.getQuery() == null && url.getFragment() == null) {
        if (url.getPort() == 0 || url.getPort() > LAST_PORT) {
          problems.add(new Problem("--to", "must have a port from 1 to 65535, was " + to));
        }
        return url;
      }
    } catch (URISyntaxException e) {
      // Told below, as every other text that is no such URL.
    }
    problems.add(new Problem("--to", "must be http://HOST:PORT or https://HOST:PORT, was " + to));
    return null;
  }

  private StoredRun stored(List<Problem> problems) {
    try {
      return StoredRun.read(run);
    } catch (StoreException e) {
      problems.add(new Problem("--run", "must be the folder of a run: " + e.getMessage()));
      return null;
    }
  }
}
