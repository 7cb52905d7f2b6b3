package org.boardbench.view.terminal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.boardbench.calibrate.CalibrationEvent;
import org.boardbench.calibrate.CalibrationPlan;
import org.boardbench.calibrate.CalibrationStep;
import org.boardbench.store.calibration.CalibrationCase;
import org.boardbench.view.terminal.text.BarLine;

/** One bar for the whole calibration. */
final class CalibrationBarView implements CalibrationView {
  private final PrintStream out;
  private final LongSupplier nowNs;
  private final ProgressBarConsumer screen;
  private CasePosition position;
  private ProgressBar bar;

  /**
   * @param columns width of the terminal
   */
  CalibrationBarView(PrintStream out, LongSupplier nowNs, int columns) {
    this(out, nowNs, BarLine.screen(out, columns));
  }

  /**
   * @param screen gets each state of the bar
   */
  CalibrationBarView(PrintStream out, LongSupplier nowNs, ProgressBarConsumer screen) {
    this.out = out;
    this.nowNs = nowNs;
    this.screen = screen;
  }

  @Override
  public void accept(CalibrationEvent event) {
    switch (event) {
      case CalibrationEvent.Preparation step -> out.println(Preparations.line(step));
      case CalibrationEvent.CalibrationStarted(CalibrationPlan plan, Path folder) ->
          start(plan, folder);
      case CalibrationEvent.CaseStarted(CalibrationStep step) -> {
        position.caseStarted(step);
        say("");
      }
      case CalibrationEvent.CaseProgressed(String words) -> say("  " + words);
      case CalibrationEvent.CaseEnded(CalibrationCase ended) -> {
        position.caseEnded(ended);
        say("");
      }
      case CalibrationEvent.CaseFailed _ -> {
        position.caseFailed();
        say("");
      }
      case CalibrationEvent.CalibrationEnded ended -> {
        close();
        CalibrationTables.print(ended, out);
      }
    }
  }

  private void start(CalibrationPlan plan, Path folder) {
    position = new CasePosition(plan, nowNs);
    out.println("Results go to " + folder);
    bar = BarLine.start(screen, position.timeLeft());
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private void say(String words) {
    String missed = position.missed() == 0 ? "" : "  " + position.missed() + " missed";
    bar.setExtraMessage(position.name() + words + missed);
  }
}
