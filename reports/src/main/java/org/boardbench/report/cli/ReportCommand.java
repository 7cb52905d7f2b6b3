package org.boardbench.report.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.boardbench.findings.noise.NoiseFloors;
import org.boardbench.input.InputException;
import org.boardbench.report.CalibrationReport;
import org.boardbench.report.ClientShareReport;
import org.boardbench.report.MicroReport;
import org.boardbench.report.Report;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.explain.Explanation;
import org.boardbench.report.figure.TimelineChoice;
import org.boardbench.report.stored.CalibrationReader;
import org.boardbench.report.stored.ClientShareReader;
import org.boardbench.report.stored.MicroReader;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.stored.StoredCalibration;
import org.boardbench.report.stored.StoredClientShare;
import org.boardbench.report.stored.StoredMicro;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.TrialTimes;
import org.boardbench.report.table.claims.ClaimsTable;
import org.boardbench.results.FileNames;
import org.boardbench.results.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws figures and tables again, from what is stored. */
@Command(
    name = "report",
    description =
        "Draws the figures and tables of a run, a calibration or a run of the microbenchmarks from"
            + " what is stored.",
    footer = {
      "",
      "Examples:",
      "  report results/paper-20260131-120000",
      "writes results/paper-20260131-120000/report/index.html, figures/ and tables/.",
      "",
      "  report results/micro-20260131-180000",
      "the same for a run of the microbenchmarks.",
      "",
      "  report results/paper-20260131-120000 --micro results/micro-20260131-180000",
      "also writes tables/explained.csv: what a server spends for a delivery, by parts.",
      "",
      "  report results/paper-20260131-120000 --claims mine.claims.yaml",
      "also writes tables/claims.csv: of each claim in the file, whether it holds.",
      "",
      "Exit status: 0 written, whatever claims say; 1 could not write; 2 no run that can be reported."
    })
public final class ReportCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  @SuppressWarnings("UnusedVariable") // Only its presence counts.
  private boolean help;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RUN",
      description =
          "Folder of the run, the calibration or the run of the microbenchmarks. Default: the newest"
              + " run in the results folder that is neither of the latter.")
  private Path positional;

  @Option(names = "--run", paramLabel = "RUN", description = "The same as RUN.")
  private Path option;

  @Option(
      names = "--micro",
      paramLabel = "DIR",
      description =
          "Folder of the run of the microbenchmarks that explains what a delivery costs in the run."
              + " Default: micro in the run's folder, else the newest one of the same machine in"
              + " the results folder; none when there is none.")
  private Path micro;

  @Option(
      names = "--claims",
      paramLabel = "FILE",
      description =
          "Claims that the run is judged by. Default: the file of the experiment's name in"
              + " bench/experiments, such as paper.claims.yaml; none when there is none.")
  private Path claims;

  @Option(
      names = "--capacity",
      paramLabel = "DIR",
      description =
          "Folder of a search for capacities, by which claims recommend who carries the most users."
              + " Default: capacity in the run's folder; none when there is none.")
  private Path capacity;

  @Option(
      names = "--timelines",
      paramLabel = "WHICH",
      defaultValue = "few",
      description =
          "Starts of a variant that are drawn over time: all; few, which of more than three draws"
              + " the fastest, the middle one and the slowest; or one, the middle one, for a folder"
              + " that is to stay small. Default: ${DEFAULT-VALUE}.")
  private TimelineChoice timelines;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      defaultValue = FileNames.RESULTS,
      description = "Folder of all runs. Default: ${DEFAULT-VALUE}.")
  private Path results;

  public static void main(String[] args) {
    // Whatever the user's language: ASCII digits and points in all that is printed.
    Locale.setDefault(Locale.ROOT);
    System.setProperty("java.awt.headless", "true");
    System.exit(commandLine().execute(args));
  }

  /** Values of options are read in lower case. */
  static CommandLine commandLine() {
    return new CommandLine(new ReportCommand()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() {
    try {
      Path folder = folder();
      Path report = folder.resolve("report");
      if (CalibrationReader.isCalibration(folder)) {
        refuseOptionsOfRuns(folder, "a calibration");
        write(CalibrationReader.read(folder), report);
      } else if (MicroReader.isMicro(folder)) {
        refuseOptionsOfRuns(folder, "a run of the microbenchmarks itself");
        write(MicroReader.read(folder), report);
      } else if (ClientShareReader.isClientShare(folder)) {
        refuseOptionsOfRuns(folder, "a run of several clients");
        write(ClientShareReader.read(folder), report);
      } else {
        write(RunReader.read(folder), folder, report);
      }
      return 0;
    } catch (InputException e) {
      e.problems().forEach(this::complain);
      return BAD_INPUT;
    } catch (StoreException e) {
      complain(e.getMessage());
      return BAD_INPUT;
    } catch (IOException e) {
      complain("cannot be written: " + e);
      return FAILED;
    }
  }

  private void complain(Object what) {
    spec.commandLine().getErr().println("report: " + what);
  }

  private void refuseOptionsOfRuns(Path folder, String kind) throws StoreException {
    if (micro != null) {
      throw new StoreException("--micro explains a run, and " + folder + " is " + kind);
    }
    if (claims != null) {
      throw new StoreException("--claims judges a run, and " + folder + " is " + kind);
    }
    if (capacity != null) {
      throw new StoreException("--capacity is beside a run, and " + folder + " is " + kind);
    }
  }

  private void write(StoredRun run, Path folder, Path report) throws IOException, InputException {
    MicroChoice choice = new MicroChoice(results);
    Optional<Explanation> explanation = choice.explain(run, folder, Optional.ofNullable(micro));
    ClaimsChoice claimsChoice =
        new ClaimsChoice(
            Optional.ofNullable(claims),
            Path.of(System.getProperty("boardbench.home", ""), "bench", "experiments"));
    NoiseFloors floors = NoiseFloors.of(run.calibration(), folder, results);
    Optional<JudgedFile> judged =
        claimsChoice.judge(run, floors, CapacityChoice.of(folder, Optional.ofNullable(capacity)));
    int figures =
        new Report(
                run, explanation, judged, TrialTimes.read(run, folder), floors.rttP95(), timelines)
            .writeTo(report);
    PrintWriter out = spec.commandLine().getOut();
    run.notes().forEach(out::println);
    choice.notes().forEach(out::println);
    claimsChoice.notes().forEach(out::println);
    claimsChoice.problems().forEach(this::complain);
    if (capacity != null && judged.isEmpty()) {
      out.println("Passed over " + capacity + ": no claims are judged that could ask for it.");
    }
    judged.ifPresent(file -> new ClaimsTable(file).lines().forEach(out::println));
    explanation.ifPresent(explained -> explained.lines().forEach(out::println));
    tell(figures, "table of the results", report);
  }

  private void write(StoredCalibration calibration, Path report) throws IOException {
    int figures = new CalibrationReport(calibration).writeTo(report);
    PrintWriter out = spec.commandLine().getOut();
    calibration.notes().forEach(out::println);
    calibration.failures().forEach(failure -> out.println("Missed: " + failure));
    tell(figures, "table of the truths", report);
  }

  private void write(StoredMicro stored, Path report) throws IOException {
    int figures = new MicroReport(stored).writeTo(report);
    PrintWriter out = spec.commandLine().getOut();
    stored.notes().forEach(out::println);
    stored.failures().forEach(failure -> out.println("Failed: " + failure));
    tell(figures, "table of the benchmarks", report);
  }

  private void write(StoredClientShare stored, Path report) throws IOException {
    int figures = new ClientShareReport(stored).writeTo(report);
    PrintWriter out = spec.commandLine().getOut();
    stored.notes().forEach(out::println);
    stored.failures().forEach(failure -> out.println("Failed: " + failure));
    tell(figures, "table of the clients' shares", report);
  }

  private void tell(int figures, String table, Path report) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Wrote " + figures + " figures (PNG, SVG, PDF) and the " + table + ":");
    out.println(report.resolve("index.html"));
  }

  private Path folder() throws IOException, StoreException {
    if (positional != null && option != null) {
      throw new StoreException("give the run once: as RUN or as --run");
    }
    if (positional != null) {
      return positional;
    }
    return option != null
        ? option
        : NewestRun.in(results)
            .orElseThrow(() ->
                new StoreException(
                    results + ": no run in it; start one, or name the folder of one"));
  }
}
