package org.boardbench.trial.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.PlannedTrial;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.TrialOrder;
import org.boardbench.results.StoreException;

/**
 * The trials that count, and after them those that are there for a profile alone: whatever these do
 * to the machine, none that counts comes later.
 */
final class ProfiledTrials implements TrialSource {
  private final ExperimentPlan plan;
  private final TrialSource measured;
  private final List<PlannedTrial> profiled;
  private int begun;

  /**
   * @param measured the trials that count
   * @param isDone whether an earlier process has done a trial
   */
  ProfiledTrials(ExperimentPlan plan, TrialSource measured, Predicate<PlannedTrial> isDone) {
    this.plan = plan;
    this.measured = measured;
    this.profiled = TrialOrder.profiled(plan).stream().filter(isDone.negate()).toList();
  }

  @Override
  public List<PlannedTrial> known() throws StoreException {
    return Stream.concat(measured.known().stream(), profiled.stream()).toList();
  }

  @Override
  public Optional<PlannedTrial> next() throws StoreException {
    Optional<PlannedTrial> next = measured.next();
    return next.isPresent() || begun == profiled.size() ? next : Optional.of(profiled.get(begun++));
  }

  @Override
  public StageSource stages(PlannedTrial trial) {
    return measured.stages(trial);
  }

  @Override
  public String task(PlannedTrial trial) {
    return plan.isProfiled(trial.repetition()) ? "profile" : measured.task(trial);
  }

  @Override
  public Optional<List<StageSpec>> knownStages() {
    return measured.knownStages();
  }
}
