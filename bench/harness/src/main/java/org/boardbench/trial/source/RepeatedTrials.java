package org.boardbench.trial.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.boardbench.findings.ranking.WatchedFigures;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.PlannedTrial;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.TrialOrder;
import org.boardbench.results.StoreException;
import org.boardbench.statistics.StoppingRule;
import org.boardbench.statistics.StoppingRule.Look;

/**
 * Whole repetitions, as many as a rule asks for. Each look is at what is stored of the repetitions
 * before it, and what it decided is stored too. So a run that was broken off decides as one that
 * was not, also where a trial that had failed is done again and has changed what a look would see.
 */
final class RepeatedTrials implements TrialSource {
  private final List<PlannedTrial> all;
  private final StoppingRule rule;
  private final StageSource stages;
  private final RunSoFar run;
  private final Set<PlannedTrial> begun = new HashSet<>();
  private final Map<Integer, Look> looks = new HashMap<>();

  /** What has come of a run. */
  interface RunSoFar {
    /** Whether an earlier process has done a trial. */
    boolean isDone(PlannedTrial trial);

    /** What all trials that count have left. */
    List<StoredStage> rows() throws StoreException;

    /** What an earlier process decided after a repetition; empty where it did not look. */
    Optional<Look> decided(int repetition);

    /** Keeps and tells what the rule says after a repetition. */
    void looked(int repetition, Look look) throws StoreException;
  }

  /**
   * @param stages of every trial
   */
  RepeatedTrials(ExperimentPlan plan, StoppingRule rule, StageSource stages, RunSoFar run) {
    this.all = TrialOrder.of(plan);
    this.rule = rule;
    this.stages = stages;
    this.run = run;
  }

  /** Those that there are at most. */
  @Override
  public List<PlannedTrial> known() throws StoreException {
    return goesOn() ? all.stream().filter(this::isLeft).toList() : List.of();
  }

  @Override
  public Optional<PlannedTrial> next() throws StoreException {
    Optional<PlannedTrial> next =
        goesOn() ? all.stream().filter(this::isLeft).findFirst() : Optional.empty();
    next.ifPresent(begun::add);
    return next;
  }

  private boolean goesOn() throws StoreException {
    for (int repetition = 1; repetition <= rule.most(); repetition++) {
      if (of(repetition).anyMatch(this::isLeft)) {
        return true;
      }
      if (repetition >= rule.least() && look(repetition).isEnough()) {
        return false;
      }
    }
    return false;
  }

  private Look look(int repetition) throws StoreException {
    Look known = looks.get(repetition);
    if (known != null) {
      return known;
    }
    Optional<Look> earlier = run.decided(repetition);
    Look look = earlier.isPresent() ? earlier.get() : now(repetition);
    looks.put(repetition, look);
    // An earlier process went on from the others, and has told why.
    if (look.isEnough() || earlier.isEmpty()) {
      run.looked(repetition, look);
    }
    return look;
  }

  private Look now(int repetition) throws StoreException {
    List<StoredStage> rows =
        run.rows().stream().filter(row -> row.repetition() <= repetition).toList();
    return rule.after(repetition, WatchedFigures.of(rows));
  }

  private Stream<PlannedTrial> of(int repetition) {
    return all.stream().filter(trial -> trial.repetition() == repetition);
  }

  private boolean isLeft(PlannedTrial trial) {
    return !begun.contains(trial) && !run.isDone(trial);
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
