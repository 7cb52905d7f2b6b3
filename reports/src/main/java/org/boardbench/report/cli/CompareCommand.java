package org.boardbench.report.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.UsualFigures;
import org.boardbench.findings.threshold.Judged;
import org.boardbench.findings.threshold.Judgement;
import org.boardbench.input.Entry;
import org.boardbench.input.InputException;
import org.boardbench.input.Nearest;
import org.boardbench.input.Problems;
import org.boardbench.input.ValueReader;
import org.boardbench.report.ComparisonReport;
import org.boardbench.report.comparison.ComparedRun;
import org.boardbench.report.comparison.Comparison;
import org.boardbench.report.comparison.ComparisonSummary;
import org.boardbench.report.comparison.FailCondition;
import org.boardbench.report.comparison.FailJudge;
import org.boardbench.report.comparison.JudgedCondition;
import org.boardbench.report.comparison.Question;
import org.boardbench.report.stored.CalibrationReader;
import org.boardbench.report.stored.MicroReader;
import org.boardbench.report.stored.NoiseFloors;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.table.comparison.ComparisonText;
import org.boardbench.results.FileNames;
import org.boardbench.results.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what has changed from one run to another. */
@Command(
    name = "compare",
    description = "Says what has changed from one stored run, BASE, to another, RUN.",
    footer = {
      "",
      "Examples:",
      "  compare results/paper-20260131-120000 results/paper-20260207-120000",
      "  compare BASE RUN --fail-on \"rtt_p95_ms>10%%,loss_pct>0.1\"",
      "fails where RTT p95 is surely worse by more than 10 %%, at any load of any variant, and where",
      "RUN surely loses more than 0.1 %%. Worse is more of all figures, and less of those a second.",
      "",
      "Exit status: 0 written, whatever has changed; 1 could not write; 2 wrong usage, or runs that",
      "             cannot be compared; 3 a condition of --fail-on is broken."
    })
public final class CompareCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final int BROKEN = 3;
  private static final double PERCENT = 100;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  @SuppressWarnings("UnusedVariable") // Only its presence counts.
  private boolean help;

  @Parameters(index = "0", paramLabel = "BASE", description = "Folder of the run before.")
  private Path baseFolder;

  @Parameters(index = "1", paramLabel = "RUN", description = "Folder of the run after.")
  private Path runFolder;

  @Option(
      names = "--fail-on",
      paramLabel = "CONDITIONS",
      description =
          "Figures of stages.csv: FIGURE>N%% worse than BASE by more than that; FIGURE>N or FIGURE<N"
              + " for RUN's own values. More than one with commas between. Broken is what the"
              + " interval says wholly, among all comparisons too; what it leaves open is told and"
              + " does not fail.")
  private Optional<String> failOn = Optional.empty();

  @Option(
      names = "--fail-on-unknown",
      description = "Fail where a condition is not decided or not judged, too.")
  private boolean isFailingOnUnknown;

  @Option(
      names = "--counts",
      paramLabel = "N%",
      defaultValue = "5%",
      description = "The least difference that matters. Default: ${DEFAULT-VALUE}.")
  private String counts;

  @Option(
      names = "--figures",
      paramLabel = "FIGURE[,FIGURE...]",
      description = "Columns of stages.csv to compare in the place of the usual ones.")
  private Optional<String> figures = Optional.empty();

  @Option(names = "--all", description = "Show each figure, not only those that have changed.")
  private boolean isAll;

  @Option(
      names = "--summary-json",
      paramLabel = "FILE",
      description = "Write the comparison for programs, too (JSON).")
  private Optional<Path> summaryJson = Optional.empty();

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write the conditions as test cases, too (JUnit's XML).")
  private Optional<Path> junit = Optional.empty();

  @Option(names = "--no-figure", description = "Draw nothing, which takes most of the time.")
  private boolean isWithoutFigure;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where comparison.csv, comparison.md and the figure go. Default: report/compare-<BASE> in"
              + " RUN.")
  private Optional<Path> out = Optional.empty();

  /** The command line of this process. */
  public static void main(String[] args) {
    // Whatever the user's language: ASCII digits and points in all that is printed.
    Locale.setDefault(Locale.ROOT);
    System.setProperty("java.awt.headless", "true");
    System.exit(new CommandLine(new CompareCommand()).execute(args));
  }

  @Override
  public Integer call() {
    try {
      return compare();
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

  private int compare() throws InputException, IOException {
    Problems problems = new Problems();
    double counting = counting(problems);
    List<StageFigure> asked = figures(problems);
    List<FailCondition> conditions =
        failOn.map(text -> FailCondition.parse(text, problems)).orElse(List.of());
    problems.throwIfAny();
    ComparedRun base = read(baseFolder);
    ComparedRun run = read(runFolder);
    List<StageFigure> usual = asked.isEmpty() ? usual(base, run) : asked;
    Comparison comparison =
        Comparison.of(base, run, new Question(usual, counting, conditions), isSame(base, run));
    List<JudgedCondition> judged = new FailJudge(comparison, conditions).judge();
    List<String> ends = Judged.lines(judged, "conditions");
    PrintWriter terminal = spec.commandLine().getOut();
    ComparisonText.lines(comparison, isAll).forEach(terminal::println);
    ends.forEach(terminal::println);
    // Nobody has to wait for the figure to know.
    terminal.flush();
    Path folder =
        out.orElseGet(() -> runFolder.resolve("report").resolve("compare-" + base.stored().name()));
    new ComparisonReport(comparison).writeTo(folder, ends, !isWithoutFigure);
    terminal.println(folder.resolve("comparison.md"));
    int status = isFailing(judged) ? BROKEN : 0;
    ComparisonSummary summary = new ComparisonSummary(comparison, judged, status);
    if (summaryJson.isPresent()) {
      Files.writeString(summaryJson.get(), summary.json());
    }
    if (junit.isPresent()) {
      Files.writeString(junit.get(), summary.junit());
    }
    return status;
  }

  private boolean isFailing(List<JudgedCondition> judged) {
    return judged.stream()
        .map(JudgedCondition::judgement)
        .anyMatch(one -> one == Judgement.BROKEN || (isFailingOnUnknown && one != Judgement.HOLDS));
  }

  private double counting(Problems problems) {
    Entry entry = new Entry("--counts", counts.replaceFirst("\\s*%$", ""));
    return ValueReader.number(FailCondition.LEAST_PERCENT, PERCENT)
            .read(entry, problems)
            .orElse(1.0)
        / PERCENT;
  }

  private List<StageFigure> figures(Problems problems) {
    List<StageFigure> asked = new ArrayList<>();
    for (Entry name : figures.map(text -> new Entry("--figures", text).parts()).orElse(List.of())) {
      Optional<StageFigure> figure = StageFigure.of(name.text());
      figure.ifPresent(asked::add);
      if (figure.isEmpty()) {
        problems.add(
            name.key(),
            "unknown figure, was " + name.text() + Nearest.hint(name.text(), StageFigure.names()));
      }
    }
    return asked;
  }

  /** Of what both runs know. */
  private static List<StageFigure> usual(ComparedRun base, ComparedRun run) {
    List<StageFigure> ofRun = UsualFigures.of(run.stored().stages());
    List<StageFigure> ofBase = UsualFigures.of(base.stored().stages());
    return ofRun.equals(ofBase) ? ofRun : UsualFigures.of(List.of());
  }

  private static ComparedRun read(Path folder) throws StoreException {
    if (CalibrationReader.isCalibration(folder) || MicroReader.isMicro(folder)) {
      throw new StoreException(
          folder + ": must be the folder of a run, was a calibration or microbenchmarks");
    }
    StoredRun stored = RunReader.readTrialsAndStages(folder);
    if (stored.isSearch()) {
      throw new StoreException(
          folder
              + ": must be a run that lists its stages, was a search for capacities, in which each"
              + " start has loads of its own; set the intervals in its capacity.csv beside the"
              + " other's");
    }
    return new ComparedRun(
        stored, NoiseFloors.of(stored, folder.toAbsolutePath(), Path.of(FileNames.RESULTS)));
  }

  private boolean isSame(ComparedRun base, ComparedRun run) throws StoreException {
    return baseFolder.toAbsolutePath().normalize().equals(runFolder.toAbsolutePath().normalize())
        || base.isSameAs(run);
  }

  private void complain(Object problem) {
    spec.commandLine().getErr().println("compare: " + problem);
  }
}
