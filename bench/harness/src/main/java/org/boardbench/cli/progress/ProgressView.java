package org.boardbench.cli.progress;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.driver.DriverListener;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.plan.PlannedTrial;
import org.boardbench.plan.StageSpec;
import org.boardbench.store.StageRow;
import org.boardbench.store.StoreException;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;

/**
 * Shows a sweep to a person. Called from one thread, in this order: {@code runStarted}, then for
 * each trial {@code trialStarted}, for each of its stages {@code stageStarted}, {@code progress}
 * (any number), {@code stageEnded}, then {@code trialEnded}; {@code runEnded} last. A trial that
 * fails may leave any of its own out, but not {@code trialEnded}.
 */
public interface ProgressView extends AutoCloseable {
  /** {@code trials} are those still to run. */
  default void runStarted(ExperimentPlan plan, List<PlannedTrial> trials, Path run) {}

  default void trialStarted(TrialId trial) {}

  /** {@code number} counts from 1; 0 for the warm-up. */
  default void stageStarted(int number, StageSpec stage) {}

  default void progress(DriverListener.Progress progress) {}

  default void stageEnded(StageRow stage) {}

  default void trialEnded(TrialRow trial) {}

  /** Prints the table of everything that {@code run} has stored, and where it is. */
  void runEnded(Path run) throws StoreException;

  /** Gives the terminal back, whether the run came to its end or not. */
  @Override
  default void close() {}

  /** A bar that is redrawn in place. */
  static ProgressView forTerminal(PrintStream out) {
    return new BarView(out, System::nanoTime);
  }

  /** A line for each event, for logs and pipes. */
  static ProgressView plain(PrintStream out) {
    return new PlainView(out, System::nanoTime);
  }

  /** Nothing but the table at the end. */
  static ProgressView quiet(PrintStream out) {
    return run -> ResultTable.print(run, out);
  }
}
