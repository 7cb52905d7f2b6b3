package org.boardbench.report.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.boardbench.report.CalibrationReport;
import org.boardbench.report.Report;
import org.boardbench.report.stored.CalibrationReader;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.stored.StoredCalibration;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredRunException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the figures and tables of a run or a calibration again, from what is stored. */
@Command(
    name = "report",
    description = "Draws the figures and tables of a run or a calibration from what is stored.",
    footer = {
      "",
      "Example:",
      "  report results/paper-20260131-120000",
      "writes results/paper-20260131-120000/report/index.html, figures/ and tables/.",
      "",
      "Exit status: 0 written; 1 could not write; 2 no run that can be reported."
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
          "Folder of the run or calibration. Default: the newest run in the results folder.")
  private Path positional;

  @Option(names = "--run", paramLabel = "RUN", description = "The same as RUN.")
  private Path option;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "Folder of all runs. Default: ${DEFAULT-VALUE}.")
  private Path results;

  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    System.exit(new CommandLine(new ReportCommand()).execute(args));
  }

  @Override
  public Integer call() {
    try {
      Path folder = folder();
      Path report = folder.resolve("report");
      if (CalibrationReader.isCalibration(folder)) {
        write(CalibrationReader.read(folder), report);
      } else {
        write(RunReader.read(folder), report);
      }
      return 0;
    } catch (StoredRunException e) {
      spec.commandLine().getErr().println("report: " + e.getMessage());
      return BAD_INPUT;
    } catch (IOException e) {
      spec.commandLine().getErr().println("report: cannot be written: " + e);
      return FAILED;
    }
  }

  private void write(StoredRun run, Path report) throws IOException {
    int figures = new Report(run).writeTo(report);
    PrintWriter out = spec.commandLine().getOut();
    run.notes().forEach(out::println);
    out.println("Wrote " + figures + " figures (PNG, SVG, PDF) and the table of the results:");
    out.println(report.resolve("index.html"));
  }

  private void write(StoredCalibration calibration, Path report) throws IOException {
    int figures = new CalibrationReport(calibration).writeTo(report);
    PrintWriter out = spec.commandLine().getOut();
    calibration.notes().forEach(out::println);
    calibration.failures().forEach(failure -> out.println("Missed: " + failure));
    out.println("Wrote " + figures + " figures (PNG, SVG, PDF) and the table of the truths:");
    out.println(report.resolve("index.html"));
  }

  private Path folder() throws IOException, StoredRunException {
    if (positional != null && option != null) {
      throw new StoredRunException("give the run once: as RUN or as --run");
    }
    if (positional != null) {
      return positional;
    }
    return option != null
        ? option
        : NewestRun.in(results)
            .orElseThrow(() ->
                new StoredRunException(
                    results + ": no run in it; start one, or name the folder of one"));
  }
}
