package org.boardbench.calibrate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.store.CalibrationCase;

/**
 * Hears of a calibration's course from the thread that runs it: {@code buildStarted}, {@code
 * driverWarmUpStarted}, {@code calibrationStarted}, then for each case {@code caseStarted}, {@code
 * caseProgress} (any number), and {@code caseEnded} or {@code caseFailed}; {@code calibrationEnded}
 * last.
 */
public interface CalibrationListener {
  /** The reference server is built, or found to be up to date; the log gets the build's output. */
  default void buildStarted(String target, Path log) {}

  default void driverWarmUpStarted() {}

  default void calibrationStarted(CalibrationPlan plan, Path folder) {}

  default void caseStarted(CalibrationStep step) {}

  /** The running case has come further; {@code words} say where to. */
  default void caseProgress(String words) {}

  default void caseEnded(CalibrationCase ended) {}

  /** The running case found nothing, for {@code reason}. */
  default void caseFailed(String reason) {}

  /**
   * No further case will run, be it that all have or that someone broke off.
   *
   * @param cases those that have ended, in order
   * @param failures a line for each number that missed the truth and each case that found nothing
   * @param folder has everything
   */
  default void calibrationEnded(List<CalibrationCase> cases, List<String> failures, Path folder)
      throws IOException {}
}
