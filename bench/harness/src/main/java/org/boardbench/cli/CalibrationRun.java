package org.boardbench.cli;

import java.io.IOException;
import org.boardbench.input.InputException;

/** Runs a calibration. */
@FunctionalInterface
public interface CalibrationRun {
  /**
   * Runs it, stores it, and shows it.
   *
   * @return an {@code ExitStatus}
   * @throws InputException when what is on the disk does not allow it; nothing has been started
   *     then
   * @throws IOException when results cannot be stored; the message is one line for a person
   */
  int execute(CalibrationRequest request) throws InputException, IOException;
}
