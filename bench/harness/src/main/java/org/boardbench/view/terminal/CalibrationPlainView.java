package org.boardbench.view.terminal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.boardbench.calibrate.CalibrationEvent;
import org.boardbench.calibrate.CalibrationPlan;
import org.boardbench.calibrate.CalibrationStep;
import org.boardbench.results.OneLine;
import org.boardbench.store.calibration.CalibrationCase;
import org.boardbench.view.terminal.text.Figures;

/** A line for each case, with the time since the start. */
final class CalibrationPlainView implements CalibrationView {
  private final PrintStream out;
  private final LongSupplier nowNs;
  private CasePosition position;

  CalibrationPlainView(PrintStream out, LongSupplier nowNs) {
    this.out = out;
    this.nowNs = nowNs;
  }

  @Override
  public void accept(CalibrationEvent event) {
    switch (event) {
      case CalibrationEvent.Preparation step -> out.println(Preparations.line(step));
      case CalibrationEvent.CalibrationStarted(CalibrationPlan plan, Path folder) ->
          start(plan, folder);
      case CalibrationEvent.CaseStarted(CalibrationStep step) -> position.caseStarted(step);
      case CalibrationEvent.CaseProgressed _ -> {}
      case CalibrationEvent.CaseEnded(CalibrationCase ended) -> {
        position.caseEnded(ended);
        ended.misses().forEach(miss -> line(position.name() + ": MISSED " + miss));
        line(position.name() + ": done, " + left());
      }
      case CalibrationEvent.CaseFailed(String reason) -> {
        position.caseFailed();
        line(position.name() + ": failed (" + OneLine.of(reason) + "), " + left());
      }
      case CalibrationEvent.CalibrationEnded ended -> CalibrationTables.print(ended, out);
    }
  }

  private void start(CalibrationPlan plan, Path folder) {
    position = new CasePosition(plan, nowNs);
    line(
        "calibration: "
            + plan.steps().size()
            + " cases, about "
            + Figures.about(position.timeLeft().remaining())
            + ", results in "
            + folder);
  }

  private String left() {
    return "about " + Figures.about(position.timeLeft().remaining()) + " left";
  }

  private void line(String text) {
    out.printf(Locale.ROOT, "%7s  %s%n", Figures.time(position.timeLeft().elapsed()), text);
    out.flush();
  }
}
