package org.boardbench.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.boardbench.driver.DriverListener;
import org.boardbench.driver.LoadDriver.Traffic;
import org.boardbench.measure.StageGlance;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.plan.PlannedTrial;
import org.boardbench.plan.StageSpec;
import org.boardbench.store.CalibrationChoice;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;
import org.boardbench.target.ResourceSnapshot;

/**
 * Hears of a run's course from the thread that runs it, in this order: {@code calibrationChosen}
 * for a new run, {@code runNamed}, {@code buildStarted} for each target, {@code runStarted}, {@code
 * driverWarmUpStarted} if any trial is left, then for each trial {@code trialStarted}, for each of
 * its stages {@code stageStarted}, {@code stageOpened}, {@code progress} (any number), {@code
 * stageEnded} unless it was the warm-up, then {@code trialEnded}; {@code runEnded} last. A trial
 * that fails may leave any of its own out, but not {@code trialEnded}.
 */
public interface RunListener {
  /** All of them as one; each hears everything, in their order. */
  static RunListener all(RunListener... listeners) {
    return new RunListeners(List.of(listeners));
  }

  /** Which calibration the run leans on, or why on none. */
  default void calibrationChosen(CalibrationChoice calibration) {}

  /** The target is built, or found to be up to date; the log gets the build's output. */
  default void buildStarted(String target, Path log) {}

  /** The run's id in its results. */
  default void runNamed(String runId) {}

  /**
   * Servers run in images whose base was made on this machine and is not the official one.
   *
   * @param bases what the bases are made of, by image
   */
  default void imagesOnLocalBases(Map<String, String> bases) {}

  /** A sentence without which the run's figures may be misread. */
  default void noted(String sentence) {}

  /** {@code trials} are those still to run. */
  default void runStarted(ExperimentPlan plan, List<PlannedTrial> trials, Path run) {}

  /** The driver gets itself going before the first trial. */
  default void driverWarmUpStarted() {}

  default void trialStarted(TrialId trial) {}

  /** {@code number} counts from 1; 0 for the warm-up. */
  default void stageStarted(int number, StageSpec stage) {}

  /**
   * The driver has begun the stage.
   *
   * @param glance how far it has come; may be asked from any thread
   */
  default void stageOpened(int number, Supplier<StageGlance> glance) {}

  /**
   * A measured trial's counters, about once a second, on another thread than everything else.
   *
   * @param traffic what crossed the users' sockets by then
   */
  default void sampled(ResourceSnapshot snapshot, Traffic traffic) {}

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
