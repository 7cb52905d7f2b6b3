package org.boardbench.cli;

import java.io.IOException;
import org.boardbench.core.PlanException;

/** Runs a calibration. */
@FunctionalInterface
public interface CalibrationRun {
  /** The exit status when every number agreed with the truth. */
  int OK = 0;

  /** The exit status when some number did not, or could not be had; all is stored. */
  int MISSED = 1;

  /**
   * Runs it, stores it, and shows it.
   *
   * @return {@link #OK}, {@link #MISSED}, or another status when someone broke it off
   * @throws PlanException when what is on the disk does not allow it; nothing has been started then
   * @throws IOException when results cannot be stored; the message is one line for a person
   */
  int execute(CalibrationRequest request) throws PlanException, IOException;
}
