package org.boardbench.calibrate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.boardbench.calibrate.server.CaseFailure;
import org.boardbench.store.calibration.CalibrationCase;
import org.boardbench.store.calibration.CalibrationStore;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.trial.events.EventBus;

/**
 * Runs the cases of a calibration in their order, each stored when it has ended. A case that finds
 * nothing does not stop the others.
 */
final class CalibrationRunner {
  private final CalibrationPlan plan;
  private final CaseDriver bench;
  private final CalibrationStore store;
  private final EventBus<CalibrationEvent> events;
  private final BooleanSupplier shuttingDown;
  private final List<CalibrationCase> ended = new ArrayList<>();

  /**
   * @param shuttingDown whether the harness is ending: then it is no fault of a server that it has
   *     ended too
   */
  CalibrationRunner(
      CalibrationPlan plan,
      CaseDriver bench,
      CalibrationStore store,
      EventBus<CalibrationEvent> events,
      BooleanSupplier shuttingDown) {
    this.plan = plan;
    this.bench = bench;
    this.store = store;
    this.events = events;
    this.shuttingDown = shuttingDown;
  }

  /**
   * Runs them all and marks the calibration as complete.
   *
   * @throws InterruptedException when someone broke it off; what has ended is stored, and it stays
   *     incomplete
   * @throws IOException when results cannot be written
   */
  Calibration.Outcome run() throws InterruptedException, IOException {
    events.publish(new CalibrationEvent.CalibrationStarted(plan, store.folder()));
    try {
      for (CalibrationStep step : plan.steps()) {
        run(step);
      }
      store.complete();
    } finally {
      events.publish(
          new CalibrationEvent.CalibrationEnded(
              List.copyOf(ended), List.copyOf(store.failures()), store.folder()));
    }
    return store.failures().isEmpty() ? Calibration.Outcome.OK : Calibration.Outcome.MISSED;
  }

  private void run(CalibrationStep step) throws InterruptedException, IOException {
    events.publish(new CalibrationEvent.CaseStarted(step));
    try {
      CalibrationCase result = step.run(bench);
      store.append(result);
      ended.add(result);
      events.publish(new CalibrationEvent.CaseEnded(result));
    } catch (LaunchException | CaseFailure e) {
      if (shuttingDown.getAsBoolean()) {
        throw brokenOff(e);
      }
      store.fail(step.name() + ": " + e.getMessage());
      events.publish(new CalibrationEvent.CaseFailed(e.getMessage()));
    }
  }

  private static InterruptedException brokenOff(Exception cause) {
    InterruptedException interrupted = new InterruptedException("the harness is ending");
    interrupted.initCause(cause);
    return interrupted;
  }
}
