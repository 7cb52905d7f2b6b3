package org.boardbench.trial;

import org.boardbench.core.EpochClock;
import org.boardbench.driver.io.SocketLoops;
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
 * @param loops of this program: what a fleet of one drives by, and whoever connects beside it
 * @param onlooker who looks on
 */
record RunContext(
    ExperimentPlan plan,
    StageSource stages,
    ResultStore store,
    EventBus<RunEvent> events,
    Fleet fleet,
    SocketLoops loops,
    EpochClock clock,
    Onlooker onlooker) {}
