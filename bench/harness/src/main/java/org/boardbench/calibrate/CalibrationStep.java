package org.boardbench.calibrate;

import java.time.Duration;
import org.boardbench.calibrate.server.CaseFailure;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.store.calibration.CalibrationCase;
import org.boardbench.sut.process.LaunchException;

/** One case of a calibration: a question with an answer of its own. */
public interface CalibrationStep {
  CalibrationPart part();

  /** Unique within the part. */
  String name();

  /** About how long it takes at most, for the time left. */
  Duration about();

  /**
   * Starts its servers, measures, and judges.
   *
   * @throws LaunchException when no server starts
   * @throws CaseFailure when there is nothing to judge
   */
  CalibrationCase run(CaseDriver bench) throws LaunchException, InterruptedException;
}
