package org.boardbench.baseline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.boardbench.target.LoopbackPorts;

/**
 * The order of events: round by round, load by load, one client after the other against a fresh
 * server, so that whatever the machine does in the meantime falls on both.
 */
final class DriverBenchmark {
  private static final String MODULE = "bench/driver-baseline";

  private final Path root;
  private final Path folder;
  private final Settings settings;
  private final PrintStream out;
  private final LoopbackPorts ports = new LoopbackPorts();

  /**
   * @param root the project's folder
   * @param folder for the results; exists
   */
  DriverBenchmark(Path root, Path folder, Settings settings, PrintStream out) {
    this.root = root;
    this.folder = folder;
    this.settings = settings;
    this.out = out;
  }

  Comparison run() throws MeasurementException, IOException, InterruptedException {
    EpollClient epollClient = EpollClient.compile(root.resolve(MODULE));
    DriverProgram driver = new DriverProgram(root);
    Path runs = Files.createDirectory(folder.resolve("runs"));
    List<Measurement> measurements = new ArrayList<>();
    try (DriverCsv csv =
        DriverCsv.create(folder.resolve("driver.csv"), folder.getFileName().toString(), settings)) {
      for (int round = 1; round <= settings.rounds(); round++) {
        for (Load load : settings.loads()) {
          for (Client client : Client.values()) {
            Path run = runs.resolve(load.id() + "-" + round + "-" + client.id());
            Figures figures = measure(load, client, epollClient, driver, run);
            Measurement measurement = new Measurement(load, client, round, figures);
            measurements.add(measurement);
            csv.append(measurement);
            print(measurement);
          }
        }
      }
    }
    return new Comparison(measurements);
  }

  private Figures measure(
      Load load, Client client, EpollClient epollClient, DriverProgram driver, Path run)
      throws MeasurementException, IOException, InterruptedException {
    Path serverLog = run.resolveSibling(run.getFileName() + ".server.log");
    Path clientLog = run.resolveSibling(run.getFileName() + ".log");
    try (ServerProgram server = ServerProgram.start(ports, settings.serverCpu(), serverLog)) {
      return switch (client) {
        case C -> epollClient.measure(load, settings, server.port(), clientLog);
        case DRIVER -> driver.measure(load, settings, server.port(), run, clientLog);
      };
    }
  }

  private void print(Measurement measurement) {
    out.printf(
        Locale.ROOT,
        "round %d of %d  %-10s  %-14s %6.2f %% CPU, %,d deliveries/s, %d lost%n",
        measurement.round(),
        settings.rounds(),
        measurement.load().id(),
        measurement.client().title(),
        measurement.figures().cpuPct(),
        Math.round(measurement.figures().deliveriesPerS()),
        measurement.figures().lost());
    out.flush();
  }
}
