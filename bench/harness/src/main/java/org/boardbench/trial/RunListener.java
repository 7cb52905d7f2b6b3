package org.boardbench.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.driver.DriverListener;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.plan.PlannedTrial;
import org.boardbench.plan.StageSpec;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;

/**
 * Hears of a run's course from the thread that runs it, in this order: {@code buildStarted} for
 * each target, {@code runStarted}, {@code driverWarmUpStarted} if any trial is left, then for each
 * trial {@code trialStarted}, for each of its stages {@code stageStarted}, {@code progress} (any
 * number), {@code stageEnded}, then {@code trialEnded}; {@code runEnded} last. A trial that fails
 * may leave any of its own out, but not {@code trialEnded}.
 */
public interface RunListener {
  /** The target is built, or found to be up to date; the log gets the build's output. */
  default void buildStarted(String target, Path log) {}

  /** {@code trials} are those still to run. */
  default void runStarted(ExperimentPlan plan, List<PlannedTrial> trials, Path run) {}

  /** The driver gets itself going before the first trial. */
  default void driverWarmUpStarted() {}

  default void trialStarted(TrialId trial) {}

  /** {@code number} counts from 1; 0 for the warm-up. */
  default void stageStarted(int number, StageSpec stage) {}

  default void progress(DriverListener.Progress progress) {}

  default void stageEnded(StageRow stage) {}

  default void trialEnded(TrialRow trial) {}

  /**
   * No further trial will run, be it that all have or that someone broke off.
   *
   * @param run the folder that has everything
   */
  default void runEnded(Path run) throws IOException {}
}
