package org.boardbench.trial.source;

import java.util.List;
import java.util.Optional;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.plan.model.PlannedTrial;
import org.boardbench.results.StoreException;
import org.boardbench.statistics.StoppingRule.Look;
import org.boardbench.store.ResultStore;
import org.boardbench.store.StoredResults;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.RunEvent;

/** What the run's files have; looks go there too, and to whoever watches. */
record StoredRunSoFar(ResultStore store, EventBus<RunEvent> events)
    implements RepeatedTrials.RunSoFar {
  @Override
  public boolean isDone(PlannedTrial trial) {
    return store.isDone(trial);
  }

  @Override
  public List<StoredStage> rows() throws StoreException {
    return StoredResults.read(store.folder()).judged();
  }

  @Override
  public Optional<Look> decided(int repetition) {
    return store.decided(repetition);
  }

  @Override
  public void looked(int repetition, Look look) throws StoreException {
    store.append(repetition, look);
    events.publish(new RunEvent.Noted(look.words()));
  }
}
