package org.boardbench.trial.events;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.boardbench.account.record.StageSnapshot;
import org.boardbench.driver.LoadDriver.Traffic;
import org.boardbench.driver.stage.DriverListener.Progress;
import org.boardbench.host.sampling.ResourceSnapshot;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.PlannedTrial;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;
import org.boardbench.store.calibration.CalibrationChoice;

/**
 * A step of a run, in this order: {@link DashboardOpened} where there is one, {@link
 * CalibrationChosen} for a new run, {@link BuildStarted} for each target, {@link RunStarted},
 * {@link DriverWarmUpStarted} if any trial is left, then for each trial {@link TrialStarted}, for
 * each of its stages {@link StageStarted}, {@link StageProgressed} (any number), {@link StageEnded}
 * unless it was the warm-up, then {@link TrialEnded}; {@link RunEnded} last. A trial that fails may
 * leave any of its own out, but not its end. {@link Noted} may come at any time, {@link
 * ResourcesSampled} when a trial's first measured stage is about to begin, and then about once a
 * second. What a result says is on the disk before its event is told.
 */
public sealed interface RunEvent extends Event {
  /** What comes before a run can start. */
  sealed interface Preparation extends RunEvent {}

  /** Which calibration the run leans on, or why on none. */
  record CalibrationChosen(CalibrationChoice calibration) implements Preparation {}

  /** The target is built, or found to be up to date; the log gets the build's output. */
  record BuildStarted(String target, Path log) implements Preparation {}

  /**
   * Servers run in images whose base was made on this machine and is not the official one.
   *
   * @param bases what the bases are made of, by image
   */
  record ImagesOnLocalBases(Map<String, String> bases) implements Preparation {}

  /** The run can be looked at while it goes on. */
  record DashboardOpened(URI address) implements Preparation {}

  /** A sentence without which the run's figures may be misread. */
  record Noted(String sentence) implements RunEvent {}

  /**
   * Everything is ready.
   *
   * @param runId as in the results
   * @param stages of every trial; empty where each hangs on what came before
   * @param trials those still to run, at most; of a search for capacities the next one of each
   *     variant
   * @param run the folder that gets everything
   */
  record RunStarted(
      String runId,
      ExperimentPlan plan,
      Optional<List<StageSpec>> stages,
      List<PlannedTrial> trials,
      Path run)
      implements RunEvent {}

  /** The driver gets itself going before the first trial. */
  record DriverWarmUpStarted() implements RunEvent {}

  /**
   * A trial's target is launched.
   *
   * @param task what a search does with it, like {@code staircase 2/5}; empty where all trials do
   *     the same
   */
  record TrialStarted(TrialId trial, String task) implements RunEvent {
    public TrialStarted(TrialId trial) {
      this(trial, "");
    }
  }

  /**
   * The users of a stage begin to join.
   *
   * @param number counts from 1; 0 for the warm-up
   * @param snapshot how far the stage has come; may be asked from any thread, and tells its last
   *     state once it has ended
   */
  record StageStarted(int number, StageSpec stage, Supplier<StageSnapshot> snapshot)
      implements RunEvent {}

  /** About twice a second. */
  record StageProgressed(Progress progress) implements RunEvent {
    @Override
    public boolean isInterim() {
      return true;
    }
  }

  /**
   * A measured trial's counters.
   *
   * @param traffic what crossed the users' sockets by then
   */
  record ResourcesSampled(ResourceSnapshot snapshot, Traffic traffic) implements RunEvent {
    @Override
    public boolean isInterim() {
      return true;
    }
  }

  record StageEnded(StageRow row) implements RunEvent {}

  record TrialEnded(TrialRow row) implements RunEvent {}

  /**
   * No further trial will run, be it that all have or that someone broke off.
   *
   * @param run the folder that has everything
   */
  record RunEnded(Path run) implements RunEvent {}
}
