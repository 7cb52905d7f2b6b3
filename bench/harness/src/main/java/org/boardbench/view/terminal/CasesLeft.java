package org.boardbench.view.terminal;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.boardbench.calibrate.CalibrationPlan;
import org.boardbench.calibrate.CalibrationStep;
import org.boardbench.view.terminal.text.Countdown;

/** Estimates when a calibration ends: what each of its cases says that it takes. */
final class CasesLeft implements Countdown {
  private final LongSupplier nowNs;
  private final long startNs;
  private Duration waiting;
  private Duration running = Duration.ZERO;
  private long runningSinceNs;

  /**
   * @param nowNs a monotonic clock
   */
  CasesLeft(CalibrationPlan plan, LongSupplier nowNs) {
    this.nowNs = nowNs;
    this.startNs = nowNs.getAsLong();
    this.waiting = plan.about();
  }

  synchronized void caseStarted(CalibrationStep step) {
    running = step.about();
    waiting = waiting.minus(running);
    runningSinceNs = nowNs.getAsLong();
  }

  synchronized void caseEnded() {
    running = Duration.ZERO;
  }

  @Override
  public synchronized Duration elapsed() {
    return Duration.ofNanos(nowNs.getAsLong() - startNs);
  }

  @Override
  public synchronized Duration remaining() {
    Duration left = running.minusNanos(nowNs.getAsLong() - runningSinceNs);
    return left.isNegative() ? waiting : waiting.plus(left);
  }
}
