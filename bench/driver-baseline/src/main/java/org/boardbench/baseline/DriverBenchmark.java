package org.boardbench.baseline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.sut.process.ProcessSet;

/**
 * The order of events: round by round, load by load, one client after the other against a fresh
 * server, so that whatever the machine does in the meantime falls on both.
 */
final class DriverBenchmark {
  private final ProcessSet processes;
  private final Path folder;
  private final Settings settings;
  private final PrintStream out;
  private final LoopbackPorts ports = new LoopbackPorts();
  private final List<Measurement> measurements = new ArrayList<>();

  /**
   * @param processes ends the servers when this program ends
   * @param folder for the results; exists
   */
  DriverBenchmark(ProcessSet processes, Path folder, Settings settings, PrintStream out) {
    this.processes = processes;
    this.folder = folder;
    this.settings = settings;
    this.out = out;
  }

  /** What has been measured so far. */
  Comparison comparison() {
    return new Comparison(measurements);
  }

  /** Measures everything, or all up to the first measurement that fails. */
  void run(Clients clients) throws MeasurementException, IOException, InterruptedException {
    Path runs = Files.createDirectory(folder.resolve("runs"));
    try (DriverCsv csv =
        DriverCsv.create(folder.resolve("driver.csv"), folder.getFileName().toString(), settings)) {
      for (int round = 1; round <= settings.rounds(); round++) {
        for (Load load : settings.loads()) {
          for (Client client : settings.clients(load)) {
            Path run = runs.resolve(load.id() + "-" + round + "-" + client.id());
            Measurement measurement = measure(clients, load, client, round, run);
            measurements.add(measurement);
            csv.append(measurement);
            print(measurement);
          }
        }
      }
    }
  }

  private Measurement measure(Clients clients, Load load, Client client, int round, Path run)
      throws MeasurementException, IOException, InterruptedException {
    Path serverLog = run.resolveSibling(run.getFileName() + ".server.log");
    try (ServerProgram server =
        ServerProgram.start(processes, ports, settings.serverCpu(), serverLog)) {
      MachineShare machine = MachineShare.watch();
      Duration before = server.cpuTime();
      Figures figures = clients.measure(load, client, server.port(), run);
      Duration own = server.cpuTime().minus(before).plus(figures.usage().cpuTime());
      return new Measurement(load, client, round, figures, machine.othersPct(own));
    }
  }

  private void print(Measurement measurement) {
    out.printf(
        Locale.ROOT,
        "round %d of %d  %-10s  %-18s %6.2f %% CPU, %,d deliveries/s, %d lost, others %.0f %%%n",
        measurement.round(),
        settings.rounds(),
        measurement.load().id(),
        measurement.client().title(),
        measurement.figures().cpuPct(),
        Math.round(measurement.figures().deliveriesPerS()),
        measurement.figures().lost(),
        measurement.otherProgramsPct());
    out.flush();
  }
}
