package org.boardbench.cli.progress;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.boardbench.calibrate.CalibrationPlan;
import org.boardbench.calibrate.CalibrationStep;
import org.boardbench.store.CalibrationCase;

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
  public void buildStarted(String target, Path log) {
    out.println("Preparing " + target + " (log: " + log + ")");
  }

  @Override
  public void driverWarmUpStarted() {
    out.println("Driver warms up");
  }

  @Override
  public void calibrationStarted(CalibrationPlan plan, Path folder) {
    position = new CasePosition(plan, nowNs);
    line(
        "calibration: "
            + plan.steps().size()
            + " cases, about "
            + Figures.about(position.timeLeft().remaining())
            + ", results in "
            + folder);
  }

  @Override
  public void caseStarted(CalibrationStep step) {
    position.caseStarted(step);
  }

  @Override
  public void caseEnded(CalibrationCase ended) {
    position.caseEnded(ended);
    ended.misses().forEach(miss -> line(position.name() + ": MISSED " + miss));
    line(position.name() + ": done, " + left());
  }

  @Override
  public void caseFailed(String reason) {
    position.caseFailed();
    line(position.name() + ": failed (" + ResultTable.oneLine(reason) + "), " + left());
  }

  @Override
  public void calibrationEnded(List<CalibrationCase> cases, List<String> failures, Path folder) {
    CalibrationTables.print(cases, failures, folder, out);
  }

  private String left() {
    return "about " + Figures.about(position.timeLeft().remaining()) + " left";
  }

  private void line(String text) {
    out.printf(Locale.ROOT, "%7s  %s%n", Figures.time(position.timeLeft().elapsed()), text);
    out.flush();
  }
}
