package org.boardbench.trial.source;

import java.util.List;
import java.util.Optional;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.PlannedTrial;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.TrialOrder;
import org.boardbench.store.ResultStore;

/** Every variant in every repetition, without those that an earlier process has done. */
final class ListedTrials implements TrialSource {
  private final StageSource stages;
  private final List<PlannedTrial> trials;
  private int begun;

  /**
   * @param stages of every trial
   */
  ListedTrials(ExperimentPlan plan, StageSource stages, ResultStore store) {
    this.stages = stages;
    this.trials = TrialOrder.of(plan).stream().filter(trial -> !store.isDone(trial)).toList();
  }

  @Override
  public List<PlannedTrial> known() {
    return trials;
  }

  @Override
  public Optional<PlannedTrial> next() {
    return begun < trials.size() ? Optional.of(trials.get(begun++)) : Optional.empty();
  }

  @Override
  public StageSource stages(PlannedTrial trial) {
    return stages;
  }

  @Override
  public Optional<List<StageSpec>> knownStages() {
    return stages.known();
  }
}
