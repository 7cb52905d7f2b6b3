package org.boardbench.trial.source;

import java.util.List;
import java.util.Optional;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.PlannedTrial;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.StoreException;
import org.boardbench.store.ResultStore;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.RunEvent;

/** Decides which trial of a run comes next, and what it measures. */
public interface TrialSource {
  /**
   * The trials still to come, without those of an earlier process: as many as there may be at most.
   * Of a search, the next one of each variant.
   */
  List<PlannedTrial> known() throws StoreException;

  /**
   * The trial to run now, once the one before it has its row; empty when there is none any more.
   */
  Optional<PlannedTrial> next() throws StoreException;

  /** What a trial measures. */
  StageSource stages(PlannedTrial trial);

  /** What a trial is for, in a word or two; empty where all do the same. */
  default String task(PlannedTrial trial) {
    return "";
  }

  /** The stages of every trial, where they are known before any has run. */
  Optional<List<StageSpec>> knownStages();

  /**
   * What the plan asks for.
   *
   * @param listed what every trial measures, unless the plan has a search
   * @param store has what an earlier process has done
   */
  static TrialSource of(
      ExperimentPlan plan, StageSource listed, ResultStore store, EventBus<RunEvent> events)
      throws StoreException {
    if (plan.capacity().isPresent()) {
      return new SearchedTrials(plan, plan.capacity().get(), store, events);
    }
    TrialSource measured =
        plan.stoppingRule().isPresent()
            ? new RepeatedTrials(
                plan, plan.stoppingRule().get(), listed, new StoredRunSoFar(store, events))
            : new ListedTrials(plan, listed, store);
    return plan.profiledTrials() == 0
        ? measured
        : new ProfiledTrials(plan, measured, store::isDone);
  }
}
