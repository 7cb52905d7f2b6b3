package org.boardbench.baseline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.plan.model.LoopChoice;
import org.boardbench.sut.process.ProcessSet;

/** The programs behind the clients, ready to be run. */
final class Clients {
  private static final String MODULE = "bench/driver-baseline";
  private static final String WITHOUT_ACCOUNT = "org.boardbench.baseline.bare.BareProgram";

  private final ProcessSet processes;
  private final Settings settings;
  private final DriverProgram driver;
  private final CountingClient epoll;
  private final CountingClient epollWithTimes;
  private final CountingClient withoutAccount;

  private Clients(
      ProcessSet processes,
      Settings settings,
      DriverProgram driver,
      String epollClient,
      List<String> withoutAccount) {
    this.processes = processes;
    this.settings = settings;
    this.driver = driver;
    this.epoll = new CountingClient("the C client", List.of(epollClient), List.of());
    this.epollWithTimes =
        new CountingClient("the C client", List.of(epollClient), List.of("kernel-times"));
    this.withoutAccount =
        new CountingClient("the driver without account", withoutAccount, List.of());
  }

  /**
   * Compiles what is in C.
   *
   * @param processes ends them when this program ends
   * @param root the project's folder
   * @param driverFlags the JVM's flags in {@code bench/boardbench}
   */
  static Clients prepare(
      ProcessSet processes, Path root, Settings settings, List<String> driverFlags)
      throws MeasurementException, IOException, InterruptedException {
    Path folder = root.resolve(MODULE);
    Path epollClient = CCompiler.compile(folder, folder.resolve("target"));
    return new Clients(
        processes,
        settings,
        new DriverProgram(root, processes),
        epollClient.toString(),
        JavaProgram.command(driverFlags, WITHOUT_ACCOUNT));
  }

  /**
   * Measures a client against the server at {@code port}.
   *
   * @param run the name of the files that the client writes, without an ending
   */
  Figures measure(Load load, Client client, int port, Path run)
      throws MeasurementException, IOException, InterruptedException {
    Path output = run.resolveSibling(run.getFileName() + ".log");
    return switch (client) {
      case C -> epoll.measure(processes, load, settings, port, output);
      case C_WITH_KERNEL_TIMES -> epollWithTimes.measure(processes, load, settings, port, output);
      case DRIVER -> driver.measure(load, settings, LoopChoice.AUTO, port, run, output);
      case DRIVER_ON_IO_URING ->
          driver.measure(load, settings, LoopChoice.IO_URING, port, run, output);
      case DRIVER_ON_NIO -> driver.measure(load, settings, LoopChoice.NIO, port, run, output);
      case DRIVER_WITHOUT_ACCOUNT ->
          withoutAccount.measure(processes, load, settings, port, output);
    };
  }
}
