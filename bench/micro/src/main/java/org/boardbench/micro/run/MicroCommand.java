package org.boardbench.micro.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.cli.exit.ShortUsageError;
import org.boardbench.core.ThisProgram;
import org.boardbench.input.InputException;
import org.boardbench.results.FileNames;
import org.boardbench.store.MicroOrigin;
import org.boardbench.store.MicroStore;
import org.boardbench.store.origin.GitState;
import org.boardbench.store.origin.RunEnvironment;
import org.boardbench.view.terminal.text.Terminal;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.util.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench/boardbench micro}. */
@Command(
    name = "boardbench micro",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Microbenchmarks of what a board server does with a message: reading and writing it, frames,"
          + " and handing it to the members. JMH runs each in JVMs of its own.",
    },
    synopsisHeading = "Usage: ",
    customSynopsis = "boardbench micro [options] [-- JMH's options]",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nAfter two dashes:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  boardbench micro",
      "  boardbench micro --quick",
      "  boardbench micro --bench 'serialization.*jackson'",
      "  boardbench micro --bench CodecBenchmark.read -- -f 5 -i 10 -p payloadBytes=4096",
      "  boardbench micro --bench SocketBenchmark -- -prof stack",
      "",
      "Exit status: 0 all measured; 1 some benchmark failed (each is named, all else is stored);",
      "             2 wrong usage (nothing was started)."
    })
public final class MicroCommand implements Callable<Integer> {
  private final Path home;
  private final PrintStream out;
  private final PrintStream err;
  private final OptionalInt terminalColumns;

  @Option(
      names = "--quick",
      description = "One fork, short, the smallest message: shows that all works.")
  private boolean isQuick;

  @Option(
      names = "--bench",
      paramLabel = "REGEX",
      description =
          "Only benchmarks in whose group, class, method or library it is found (default: all).")
  private String bench = ".*";

  @Option(names = "--list", description = "Show the benchmarks that would run, and end.")
  private boolean isList;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run's folder; must be empty or absent.")
  private Optional<Path> outFolder = Optional.empty();

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "Where a run gets a folder of its own (default: results).")
  private Optional<Path> results = Optional.empty();

  @Parameters(
      arity = "0..*",
      paramLabel = "JMH's options",
      description =
          "-f forks, -wi and -i iterations, -w and -r their time, -p parameters, -prof, …")
  private List<String> jmhArguments = List.of();

  MicroCommand(Path home, PrintStream out, PrintStream err, OptionalInt terminalColumns) {
    this.home = home;
    this.out = out;
    this.err = err;
    this.terminalColumns = terminalColumns;
  }

  /** The command line of this process. */
  public static void main(String[] arguments) {
    // Whatever the user's language: ASCII digits and points in all that is printed.
    Locale.setDefault(Locale.ROOT);
    Path home = ThisProgram.home();
    System.exit(
        execute(new MicroCommand(home, System.out, System.err, Terminal.columns()), arguments));
  }

  static int execute(MicroCommand command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(command.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(command.err, true, StandardCharsets.UTF_8))
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(new ShortUsageError())
        .execute(arguments);
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      JmhOptions passed = JmhOptions.parse(jmhArguments);
      Method method = (isQuick ? Method.quick() : Method.full()).with(passed.parsed());
      List<BenchmarkCase> cases =
          new BenchmarkCatalog(BenchmarkList.defaultList()).cases(pattern(), method, passed);
      if (isList) {
        cases.stream().map(one -> one.series().group() + "  " + one.title()).forEach(out::println);
        return ExitStatus.OK;
      }
      return run(cases, method, passed);
    } catch (UsageException e) {
      err.println(e.getMessage());
      return ExitStatus.USAGE;
    } catch (InputException e) {
      e.problems().forEach(err::println);
      return ExitStatus.USAGE;
    } catch (IOException e) {
      err.println(e.getMessage());
      return ExitStatus.FAILED;
    }
  }

  private Pattern pattern() throws UsageException {
    try {
      return Pattern.compile(bench);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "--bench: must be a regular expression, was \"" + bench + "\": " + e.getDescription());
    }
  }

  private int run(List<BenchmarkCase> cases, Method method, JmhOptions passed)
      throws IOException, InputException, InterruptedException {
    Path resultsFolder = results.orElse(home.resolve(FileNames.RESULTS));
    try (ChildGuard guard = ChildGuard.install();
        MicroStore store = MicroStore.create(resultsFolder, outFolder, origin(method, passed));
        JmhLog log = JmhLog.create(store.folder().resolve("jmh.log"))) {
      CaseRunner runner = new CaseRunner(method, passed.parsed(), store.folder(), log);
      List<String> failures = run(cases, method, runner, store, log, guard);
      failures.forEach(failure -> err.println("failed: " + failure));
      if (!failures.isEmpty()) {
        err.println("What the failed forks said is in " + store.folder().resolve("jmh.log"));
      }
      out.println("Results: " + store.folder());
      return guard.isEnding()
          ? ExitStatus.INTERRUPTED
          : failures.isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
    }
  }

  private List<String> run(
      List<BenchmarkCase> cases,
      Method method,
      CaseRunner runner,
      MicroStore store,
      JmhLog log,
      ChildGuard guard)
      throws IOException {
    try (MicroView view = view()) {
      PaceLeft left = new PaceLeft(cases.size(), method.about(), System::nanoTime);
      view.started(cases.size(), isQuick, store.folder(), left);
      return new MicroRun(cases, runner, store, log, view, left, guard::isEnding).run();
    }
  }

  private MicroView view() {
    return terminalColumns.isPresent()
        ? new BarView(out, terminalColumns.getAsInt())
        : new PlainView(out);
  }

  private MicroOrigin origin(Method method, JmhOptions passed) throws InterruptedException {
    return new MicroOrigin(
        Instant.now(),
        RunEnvironment.here(),
        GitState.of(home),
        method.isQuick(),
        settings(method, passed),
        Libraries.versions());
  }

  private Map<String, Object> settings(Method method, JmhOptions passed) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("version", Version.getPlainVersion());
    settings.put("bench", bench);
    settings.put("options", passed.arguments());
    settings.put("forks", method.forks());
    settings.put("warmup_iterations", method.warmUps());
    settings.put("warmup_ms", method.warmUp().toMillis());
    settings.put("measurement_iterations", method.iterations());
    settings.put("measurement_ms", method.iteration().toMillis());
    settings.put("jvm_arguments", CaseRunner.jvmArguments(passed.parsed()));
    return settings;
  }
}
