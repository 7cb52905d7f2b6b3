package org.boardbench.calibrate;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.store.calibration.CalibrationCase;
import org.boardbench.trial.events.Event;

/**
 * A step of a calibration, in this order: {@link BuildStarted}, {@link DriverWarmUpStarted}, {@link
 * CalibrationStarted}, then for each case {@link CaseStarted}, {@link CaseProgressed} (any number),
 * and {@link CaseEnded} or {@link CaseFailed}; {@link CalibrationEnded} last.
 */
public sealed interface CalibrationEvent extends Event {
  /** What comes before a calibration can start. */
  sealed interface Preparation extends CalibrationEvent {}

  /** The reference server is built, or found to be up to date; the log gets the build's output. */
  record BuildStarted(String target, Path log) implements Preparation {}

  record DriverWarmUpStarted() implements Preparation {}

  record CalibrationStarted(CalibrationPlan plan, Path folder) implements CalibrationEvent {}

  record CaseStarted(CalibrationStep step) implements CalibrationEvent {}

  /** The running case has come further; {@code words} say where to. */
  record CaseProgressed(String words) implements CalibrationEvent {
    @Override
    public boolean isInterim() {
      return true;
    }
  }

  record CaseEnded(CalibrationCase ended) implements CalibrationEvent {}

  /** The running case found nothing, for {@code reason}. */
  record CaseFailed(String reason) implements CalibrationEvent {}

  /**
   * No further case will run, be it that all have or that someone broke off.
   *
   * @param cases those that have ended, in order
   * @param failures a line for each number that missed the truth and each case that found nothing
   * @param folder has everything
   */
  record CalibrationEnded(List<CalibrationCase> cases, List<String> failures, Path folder)
      implements CalibrationEvent {}
}
