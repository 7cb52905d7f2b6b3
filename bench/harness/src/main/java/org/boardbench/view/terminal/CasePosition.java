package org.boardbench.view.terminal;

import java.util.function.LongSupplier;
import org.boardbench.calibrate.CalibrationPlan;
import org.boardbench.calibrate.CalibrationStep;
import org.boardbench.store.calibration.CalibrationCase;

/** Where a calibration is: what both views tell, each in its own way. */
final class CasePosition {
  private final CasesLeft timeLeft;
  private final int cases;
  private int number;
  private String name = "";
  private int missed;

  CasePosition(CalibrationPlan plan, LongSupplier nowNs) {
    this.timeLeft = new CasesLeft(plan, nowNs);
    this.cases = plan.steps().size();
  }

  void caseStarted(CalibrationStep step) {
    timeLeft.caseStarted(step);
    number++;
    name = step.part() + " " + step.name();
  }

  void caseEnded(CalibrationCase ended) {
    timeLeft.caseEnded();
    missed += ended.misses().size();
  }

  void caseFailed() {
    timeLeft.caseEnded();
    missed++;
  }

  CasesLeft timeLeft() {
    return timeLeft;
  }

  /** {@code 3/24 truth swap}. */
  String name() {
    return number + "/" + cases + " " + name;
  }

  /** Numbers that missed the truth and cases that found nothing. */
  int missed() {
    return missed;
  }
}
