package org.boardbench.view.terminal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.results.StoreException;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.view.terminal.table.ResultTable;
import org.boardbench.view.terminal.text.BarLine;

/** One bar for the whole sweep. */
final class BarView implements ProgressView {
  private final PrintStream out;

  /** For after the bar, which they would tear. */
  private final List<String> notes = new ArrayList<>();

  private final LongSupplier nowNs;
  private final ProgressBarConsumer screen;
  private final int columns;
  private SweepPosition sweep;
  private ProgressBar bar;

  /**
   * @param columns width of the terminal
   */
  BarView(PrintStream out, LongSupplier nowNs, int columns) {
    this(out, nowNs, BarLine.screen(out, columns), columns);
  }

  /**
   * @param screen gets each state of the bar
   * @param columns width of the terminal
   */
  BarView(PrintStream out, LongSupplier nowNs, ProgressBarConsumer screen, int columns) {
    this.out = out;
    this.nowNs = nowNs;
    this.screen = screen;
    this.columns = columns;
  }

  @Override
  public void accept(RunEvent event) throws StoreException {
    switch (event) {
      case RunEvent.Preparation step -> out.println(Preparations.line(step));
      case RunEvent.Noted(String sentence) -> note(sentence);
      case RunEvent.RunStarted run -> start(run);
      case RunEvent.DriverWarmUpStarted() -> bar.setExtraMessage("driver warms up");
      case RunEvent.TrialStarted(TrialId trial, String task) -> {
        sweep.trialStarted(trial, task);
        say(sweep.trial() + "  launching");
      }
      case RunEvent.StageStarted stage -> {
        sweep.stageStarted(stage.number(), stage.stage());
        say(sweep.trial() + "  " + sweep.stage());
      }
      case RunEvent.StageProgressed(DriverListener.Progress progress) -> say(progress);
      case RunEvent.ResourcesSampled _ -> {}
      case RunEvent.StageEnded(StageRow row) -> sweep.stageEnded(row);
      case RunEvent.TrialEnded(TrialRow row) -> {
        sweep.trialEnded(row);
        say(sweep.trial() + "  " + row.status().name().toLowerCase(Locale.ROOT));
      }
      case RunEvent.RunEnded(Path run) -> end(run);
    }
  }

  private void note(String sentence) {
    if (bar == null) {
      out.println(sentence);
    } else {
      notes.add(sentence);
    }
  }

  private void start(RunEvent.RunStarted run) {
    sweep = new SweepPosition(run, nowNs);
    out.println("Results go to " + run.run());
    bar = BarLine.start(screen, sweep.timeLeft());
  }

  private void say(DriverListener.Progress progress) {
    say(
        String.format(
            Locale.ROOT,
            "%s  %s  %.0f deliveries/s",
            sweep.trial(),
            sweep.stage(),
            progress.deliveriesPerSecond()));
  }

  private void end(Path run) throws StoreException {
    close();
    notes.forEach(out::println);
    ResultTable.print(run, out, OptionalInt.of(columns));
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private void say(String message) {
    String failed = sweep.failed() == 0 ? "" : "  " + sweep.failed() + " failed";
    String invalid = sweep.invalidRows() == 0 ? "" : "  " + sweep.invalidRows() + " invalid";
    bar.setExtraMessage(
        message
            + "  lost "
            + sweep.lostInTrial()
            + sweep.troublesInTrial().text()
            + failed
            + invalid);
  }
}
