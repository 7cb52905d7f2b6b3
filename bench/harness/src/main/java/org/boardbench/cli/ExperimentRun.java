package org.boardbench.cli;

import java.io.IOException;
import org.boardbench.core.PlanException;

/** Runs every trial of a plan. */
@FunctionalInterface
public interface ExperimentRun {
  /** The exit status when every trial was ok. */
  int OK = 0;

  /** The exit status when some trial failed; the others ran, and all is stored. */
  int SOME_FAILED = 1;

  /**
   * Runs what is left to run, stores it, and shows it.
   *
   * @return {@link #OK}, {@link #SOME_FAILED}, or another status when someone broke it off
   * @throws PlanException when the plan proves wrong against what is on the disk; nothing has been
   *     started then
   * @throws IOException when results cannot be stored; the message is one line for a person
   */
  int execute(RunRequest request) throws PlanException, IOException;
}
