package org.boardbench.baseline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.core.ThisProgram;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.input.Durations;
import org.boardbench.input.InputException;
import org.boardbench.results.FileNames;
import org.boardbench.store.file.RunFolder;
import org.boardbench.store.origin.GitState;
import org.boardbench.store.origin.RunEnvironment;
import org.boardbench.sut.process.ProcessSet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code bench/boardbench bench-driver}. */
@Command(
    name = "boardbench bench-driver",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "The driver's CPU beside a plain C epoll client that does the same work.",
    footer = {
      "",
      "Exit status: 0 measured, whatever goal was missed; 1 something was lost, or could not be",
      "             measured; 2 wrong usage."
    })
final class BenchDriverCommand implements Callable<Integer> {
  /** Starting two programs, joining, ending. */
  private static final Duration BETWEEN = Duration.ofSeconds(3);

  @Option(names = "--quick", description = "One round, short: shows that it works.")
  private boolean isQuick;

  @Option(names = "--rounds", paramLabel = "N", description = "Of each client (default: 3).")
  private Optional<Integer> rounds = Optional.empty();

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      description = "Load before each hold (default: 2s).")
  private Optional<Duration> warmUp = Optional.empty();

  @Option(names = "--hold", paramLabel = "TIME", description = "What is measured (default: 6s).")
  private Optional<Duration> hold = Optional.empty();

  @Option(
      names = "--loads",
      paramLabel = "LOAD",
      split = ",",
      description = "Of 300u-1b, 1000u-10b, 1000u-1b, 5000u-500b (default: all).")
  private List<Load> loads = List.of(Load.values());

  @Option(
      names = "--account",
      paramLabel = "LOAD",
      split = ",",
      description = "Where the account's share is measured (default: 1000u-10b).")
  private List<Load> accountLoads = List.of(Load.TEN_BOARDS);

  @Option(
      names = "--loops",
      paramLabel = "LOAD",
      split = ",",
      description = "Where the driver's other loops are measured (default: all).")
  private List<Load> loopLoads = List.of(Load.values());

  @Option(names = "--server-cpu", paramLabel = "CPU", description = "Default: ${DEFAULT-VALUE}.")
  private String serverCpu = "0";

  @Option(names = "--client-cpu", paramLabel = "CPU", description = "Default: ${DEFAULT-VALUE}.")
  private String clientCpu = "1";

  private BenchDriverCommand() {}

  /** The command line of this process. */
  public static void main(String[] arguments) {
    // Whatever the user's language: ASCII digits and points in all that is printed.
    Locale.setDefault(Locale.ROOT);
    int status =
        new CommandLine(new BenchDriverCommand())
            .registerConverter(Duration.class, BenchDriverCommand::duration)
            .registerConverter(Integer.class, BenchDriverCommand::count)
            .registerConverter(Load.class, BenchDriverCommand::load)
            .setUsageHelpWidth(100)
            .execute(arguments);
    System.exit(status);
  }

  private static Duration duration(String text) {
    return Durations.parse(text)
        .filter(duration -> duration.isPositive() && duration.toMillisPart() == 0)
        .orElseThrow(() ->
            new TypeConversionException("must be whole seconds, such as 8s, was \"" + text + "\""));
  }

  private static int count(String text) {
    if (!text.matches("[1-9]\\d{0,3}")) {
      throw new TypeConversionException("must be a number from 1 to 9999, was \"" + text + "\"");
    }
    return Integer.parseInt(text);
  }

  private static Load load(String text) {
    return Arrays.stream(Load.values())
        .filter(load -> load.id().equals(text))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("no such load: " + text));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, InputException {
    Path root = ThisProgram.home();
    Instant started = Instant.now();
    Path folder =
        RunFolder.create(root.resolve(FileNames.RESULTS), Optional.empty(), "bench-driver", started)
            .path();
    Settings settings = settings();
    BenchmarkJson json =
        BenchmarkJson.create(
            folder.resolve("driver.json"),
            started,
            settings,
            RunEnvironment.here(),
            GitState.of(root));
    System.out.println("About " + minutes(settings) + " minutes; results: " + folder);
    int status = ExitStatus.OK;
    ProcessSet processes = ProcessSet.endingWithTheHarness();
    DriverBenchmark benchmark = new DriverBenchmark(processes, folder, settings, System.out);
    try (processes) {
      benchmark.run(Clients.prepare(processes, root, settings, driverFlags()));
    } catch (MeasurementException e) {
      System.err.println(e.getMessage());
      status = ExitStatus.FAILED;
    }
    Comparison comparison = benchmark.comparison();
    if (!comparison.loads().isEmpty()) {
      json.putGoals(comparison.cpuGoals(), comparison.otherGoals());
      System.out.print(new ComparisonTable(comparison).render());
    }
    System.out.println("Results: " + folder);
    return comparison.lost() == 0 ? status : ExitStatus.FAILED;
  }

  private Settings settings() {
    return new Settings(
        loads,
        accountLoads,
        loopLoads,
        otherLoops(),
        rounds.orElse(isQuick ? 1 : 3),
        warmUp.orElse(Duration.ofSeconds(2)),
        hold.orElse(Duration.ofSeconds(isQuick ? 3 : 6)),
        serverCpu,
        clientCpu);
  }

  /** Those that this machine has besides the one that the driver takes by itself. */
  private static List<Client> otherLoops() {
    SocketLoops.Kind usual = SocketLoops.best().kind();
    List<Client> loops = new ArrayList<>();
    if (usual != SocketLoops.Kind.IO_URING) {
      Optional<String> obstacle = SocketLoops.Kind.IO_URING.obstacle();
      if (obstacle.isEmpty()) {
        loops.add(Client.DRIVER_ON_IO_URING);
      } else {
        System.out.println("Without the driver on io_uring: " + obstacle.get());
      }
    }
    if (usual != SocketLoops.Kind.NIO) {
      loops.add(Client.DRIVER_ON_NIO);
    }
    return loops;
  }

  /** The launcher script knows them. */
  private static List<String> driverFlags() {
    String flags = System.getProperty("boardbench.driver.flags", "");
    return flags.isBlank() ? List.of() : List.of(flags.strip().split(" +", -1));
  }

  private static long minutes(Settings settings) {
    Duration one = settings.warmUp().plus(settings.hold()).plus(BETWEEN);
    return one.multipliedBy(settings.measurements()).plusSeconds(59).toMinutes();
  }
}
