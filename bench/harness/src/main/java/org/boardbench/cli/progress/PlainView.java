package org.boardbench.cli.progress;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.boardbench.measure.PhaseCounts;
import org.boardbench.measure.TimeSummary;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.plan.PlannedTrial;
import org.boardbench.plan.StageSpec;
import org.boardbench.results.StoreException;
import org.boardbench.store.CalibrationChoice;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;

/** A line for each event, each with the time since the start. */
final class PlainView implements ProgressView {
  private final PrintStream out;
  private final LongSupplier nowNs;
  private SweepPosition sweep;

  PlainView(PrintStream out, LongSupplier nowNs) {
    this.out = out;
    this.nowNs = nowNs;
  }

  @Override
  public void calibrationChosen(CalibrationChoice calibration) {
    out.println("Calibration: " + calibration.note());
  }

  @Override
  public void buildStarted(String target, Path log) {
    out.println("Preparing " + target + " (log: " + log + ")");
  }

  @Override
  public void imagesOnLocalBases(Map<String, String> bases) {
    out.println(LocalBases.sentence(bases));
  }

  @Override
  public void noted(String sentence) {
    if (sweep == null) {
      out.println(sentence);
    } else {
      line(sentence);
    }
  }

  @Override
  public void runStarted(ExperimentPlan plan, List<PlannedTrial> trials, Path run) {
    sweep = new SweepPosition(plan, trials.size(), nowNs);
    line(
        plan.name()
            + ": "
            + trials.size()
            + " trials of "
            + plan.stages().size()
            + " stages, about "
            + Figures.about(sweep.timeLeft().remaining())
            + ", results in "
            + run);
  }

  @Override
  public void driverWarmUpStarted() {
    line("driver warms up");
  }

  @Override
  public void trialStarted(TrialId trial) {
    sweep.trialStarted(trial);
    line(sweep.trial() + ": repetition " + trial.repetition() + " starts");
  }

  @Override
  public void stageStarted(int number, StageSpec stage) {
    sweep.stageStarted(number, stage);
    line(sweep.trial() + ": " + sweep.stage());
  }

  @Override
  public void stageEnded(StageRow stage) {
    sweep.stageEnded(stage);
    TimeSummary rtt = stage.result().rtt();
    PhaseCounts hold = stage.result().hold();
    line(
        sweep.trial()
            + ": "
            + sweep.stage()
            + " done, RTT p50 "
            + ms(rtt, rtt.p50Ns())
            + " p95 "
            + ms(rtt, rtt.p95Ns())
            + " p99 "
            + ms(rtt, rtt.p99Ns())
            + " ms, lost "
            + hold.lost()
            + " of "
            + hold.expected()
            + " ("
            + Figures.lossPct(hold.lost(), hold.expected())
            + " %)"
            + UserTroubles.of(stage.result()).text()
            + (stage.verdict().isValid() ? "" : "; invalid: " + stage.verdict().text()));
  }

  @Override
  public void trialEnded(TrialRow trial) {
    sweep.trialEnded(trial);
    String reason =
        trial.reason().isEmpty() ? "" : " (" + ResultTable.oneLine(trial.reason()) + ")";
    line(
        sweep.trial()
            + ": "
            + trial.status().name().toLowerCase(Locale.ROOT)
            + reason
            + ", about "
            + Figures.about(sweep.timeLeft().remaining())
            + " left");
  }

  @Override
  public void runEnded(Path run) throws StoreException {
    ResultTable.print(run, out, OptionalInt.empty());
  }

  private static String ms(TimeSummary summary, long ns) {
    return summary.isMeasured() ? Figures.number(ns / 1e6) : Figures.NOT_MEASURED;
  }

  private void line(String text) {
    out.printf(Locale.ROOT, "%7s  %s%n", Figures.time(sweep.timeLeft().elapsed()), text);
    out.flush();
  }
}
