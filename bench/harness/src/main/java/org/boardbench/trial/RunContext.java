package org.boardbench.trial;

import org.boardbench.core.RunClock;
import org.boardbench.fleet.Fleet;
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
 * @param fleet makes the load
 */
record RunContext(
    ExperimentPlan plan,
    StageSource stages,
    ResultStore store,
    EventBus<RunEvent> events,
    Fleet fleet,
    RunClock clock) {}
