package org.boardbench.cli.run;

import java.io.IOException;
import org.boardbench.input.InputException;

/** Runs every trial of a plan. */
@FunctionalInterface
public interface ExperimentRun {
  /**
   * Runs what is left to run, stores it, and shows it.
   *
   * @return an {@code ExitStatus}
   * @throws InputException when the plan proves wrong against what is on the disk; nothing has been
   *     started then
   * @throws IOException when results cannot be stored; the message is one line for a person
   */
  int execute(RunRequest request) throws InputException, IOException;
}
