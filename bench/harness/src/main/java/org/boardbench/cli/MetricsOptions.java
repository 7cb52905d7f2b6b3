package org.boardbench.cli;

import java.util.Optional;
import org.boardbench.input.InputException;
import org.boardbench.view.metrics.live.MetricsPort;
import picocli.CommandLine.Option;

/** Options of a command that makes a run: where it can be watched. */
public final class MetricsOptions {
  @Option(
      names = MetricsPort.KEY,
      paramLabel = "N|off",
      description =
          "Port of 127.0.0.1 that serves the dashboard, a page on which the run can be watched, and"
              + " live metrics for Prometheus (default: 9464 if free).")
  private Optional<String> port = Optional.empty();

  @Option(names = "--no-dashboard", description = "Serve the metrics alone there, and no page.")
  private boolean isWithoutDashboard;

  public MetricsPort port() throws InputException {
    return port.isPresent() ? MetricsPort.parse(port.get()) : MetricsPort.DEFAULT;
  }

  public boolean hasDashboard() {
    return !isWithoutDashboard;
  }
}
