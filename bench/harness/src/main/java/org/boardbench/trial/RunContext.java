package org.boardbench.trial;

import org.boardbench.core.EpochClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.store.ResultStore;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.trial.source.StageSource;

/**
 * What a trial is run with.
 *
 * @param stages what it measures
 * @param store gets a result before {@code events} tells of it
 * @param onlooker who looks on
 */
record RunContext(
    ExperimentPlan plan,
    StageSource stages,
    ResultStore store,
    EventBus<RunEvent> events,
    SocketLoops loops,
    EpochClock clock,
    Onlooker onlooker) {
  /** With nobody who looks on. */
  RunContext(
      ExperimentPlan plan,
      StageSource stages,
      ResultStore store,
      EventBus<RunEvent> events,
      SocketLoops loops,
      EpochClock clock) {
    this(plan, stages, store, events, loops, clock, Onlooker.NONE);
  }
}
