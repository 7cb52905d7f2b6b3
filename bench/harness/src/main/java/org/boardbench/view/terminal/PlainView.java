package org.boardbench.view.terminal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.boardbench.findings.starts.ProfileTrials;
import org.boardbench.results.OneLine;
import org.boardbench.results.StoreException;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.view.terminal.table.ResultTable;
import org.boardbench.view.terminal.text.Figures;

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
  public void accept(RunEvent event) throws StoreException {
    switch (event) {
      case RunEvent.Preparation step -> out.println(Preparations.line(step));
      case RunEvent.Noted(String sentence) -> note(sentence);
      case RunEvent.RunStarted run -> start(run);
      case RunEvent.DriverWarmUpStarted() -> line("driver warms up");
      case RunEvent.TrialStarted(TrialId trial, String task) -> {
        sweep.trialStarted(trial, task);
        boolean isSaid = sweep.isAtMost() || trial.repetition() >= ProfileTrials.FIRST;
        String repetition = isSaid ? "" : "repetition " + trial.repetition() + " ";
        line(sweep.trial() + ": " + repetition + "starts");
      }
      case RunEvent.StageStarted stage -> {
        sweep.stageStarted(stage.number(), stage.stage());
        line(sweep.trial() + ": " + sweep.stage());
      }
      case RunEvent.StageProgressed _, RunEvent.ResourcesSampled _ -> {}
      case RunEvent.StageEnded(StageRow row) -> end(row);
      case RunEvent.TrialEnded(TrialRow row) -> end(row);
      case RunEvent.RunEnded(Path run) -> ResultTable.print(run, out, OptionalInt.empty());
    }
  }

  private void note(String sentence) {
    if (sweep == null) {
      out.println(sentence);
    } else {
      line(sentence);
    }
  }

  private void start(RunEvent.RunStarted run) {
    sweep = new SweepPosition(run, nowNs);
    String ofStages = run.stages().map(stages -> " of " + stages.size() + " stages").orElse("");
    line(
        run.plan().name()
            + ": "
            + (run.plan().capacity().isPresent()
                ? "search for the capacities of " + counted(run.trials().size(), "variant")
                : (sweep.isAtMost() ? "at most " : "") + run.trials().size() + " trials")
            + ofStages
            + left("")
            + ", results in "
            + run.run());
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private void end(StageRow row) {
    sweep.stageEnded(row);
    TimeFigures rtt = row.result().rtt();
    MessageCounts hold = row.result().hold();
    line(
        String.format(
            Locale.ROOT,
            "%s: %s done, RTT p50 %s p95 %s p99 %s ms, lost %d of %d (%s %%)%s%s",
            sweep.trial(),
            sweep.stage(),
            ms(rtt.inMs(TimeFigures::p50Ns)),
            ms(rtt.inMs(TimeFigures::p95Ns)),
            ms(rtt.inMs(TimeFigures::p99Ns)),
            hold.lost(),
            hold.expected(),
            Figures.lossPct(hold.lost(), hold.expected()),
            UserTroubles.of(row.result()).text(),
            row.verdict().isValid() ? "" : "; invalid: " + row.verdict().text()));
  }

  private void end(TrialRow row) {
    sweep.trialEnded(row);
    String reason = row.reason().isEmpty() ? "" : " (" + OneLine.of(row.reason()) + ")";
    line(
        sweep.trial()
            + ": "
            + row.status().name().toLowerCase(Locale.ROOT)
            + reason
            + left(" left"));
  }

  /** {@code , about 3 min}; nothing as long as nobody can tell. */
  private String left(String after) {
    TimeLeft left = sweep.timeLeft();
    return left.isKnown() ? (left.isAtMost() ? ", " : ", about ") + left.words() + after : "";
  }

  private static String ms(OptionalDouble time) {
    return time.isPresent() ? Figures.number(time.getAsDouble()) : Figures.NOT_MEASURED;
  }

  private void line(String text) {
    out.printf(Locale.ROOT, "%7s  %s%n", Figures.time(sweep.timeLeft().elapsed()), text);
    out.flush();
  }
}
