package org.boardbench.view.terminal;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.statistics.StoppingRule;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;
import org.boardbench.trial.events.RunEvent;

/** Where a sweep is: what both views tell, each in its own way. */
final class SweepPosition {
  private final TimeLeft timeLeft;
  private final String ofTrials;
  private final String ofStages;
  private final Optional<StoppingRule> rule;
  private final ExperimentPlan plan;

  /** Trials for a profile have begun, however many repetitions the rule has left out. */
  private boolean isRuleOver;

  private int position;
  private String target = "";
  private int stage;
  private int users;
  private long lostInTrial;
  private UserTroubles troublesInTrial = UserTroubles.NONE;
  private int failed;
  private int invalidRows;

  SweepPosition(RunEvent.RunStarted run, LongSupplier nowNs) {
    this.timeLeft = new TimeLeft(run, nowNs);
    this.plan = run.plan();
    this.rule = plan.stoppingRule();
    this.ofTrials =
        plan.capacity().isPresent() || rule.isPresent() ? "" : "/" + run.trials().size();
    this.ofStages = run.stages().map(stages -> "/" + stages.size()).orElse("");
  }

  /**
   * @param task what a search does with it; may be empty
   */
  void trialStarted(TrialId trial, String task) {
    boolean isPastTheRule = rule.isPresent() && plan.isProfiled(trial.repetition());
    if (isPastTheRule && !isRuleOver) {
      isRuleOver = true;
      timeLeft.atMostLeft(plan.profiledTrials() * plan.variants().size());
    }
    timeLeft.trialStarted();
    position++;
    target =
        trial.target()
            + (task.isEmpty() ? "" : ", " + task)
            + rule.filter(of -> !isPastTheRule)
                .map(of -> ", repetition " + trial.repetition() + " of at most " + of.most())
                .orElse("");
    stage = 0;
    users = 0;
    lostInTrial = 0;
    troublesInTrial = UserTroubles.NONE;
  }

  void stageStarted(int number, StageSpec spec) {
    stage = number;
    users = spec.users();
  }

  void stageEnded(StageRow row) {
    lostInTrial += row.result().hold().lost() + row.result().ramp().lost();
    troublesInTrial = troublesInTrial.plus(UserTroubles.of(row.result()));
    boolean counts = !plan.isProfiled(row.trial().repetition());
    invalidRows += counts && !row.verdict().isValid() ? 1 : 0;
  }

  void trialEnded(TrialRow row) {
    boolean isOk = row.status() == TrialRow.Status.OK;
    timeLeft.trialEnded(isOk);
    failed += isOk ? 0 : 1;
  }

  /** Whether a rule may end the run before all trials. */
  boolean isAtMost() {
    return rule.isPresent();
  }

  TimeLeft timeLeft() {
    return timeLeft;
  }

  /**
   * {@code 3/18 my-server}; {@code 3 my-server, staircase 2/5} in a search; {@code 7 my-server,
   * repetition 4 of at most 10} where a rule ends the run.
   */
  String trial() {
    return position + ofTrials + " " + target;
  }

  /** {@code stage 2/5, 300 users}; {@code stage 2, 300 users} where nobody knows how many come. */
  String stage() {
    String name = stage == 0 ? "warm-up" : "stage " + stage + ofStages;
    return name + ", " + users + " users";
  }

  long lostInTrial() {
    return lostInTrial;
  }

  /** What the trial's servers did to its users so far. */
  UserTroubles troublesInTrial() {
    return troublesInTrial;
  }

  int failed() {
    return failed;
  }

  /** Rows so far that are invalid, but for those of trials that are there for a profile alone. */
  int invalidRows() {
    return invalidRows;
  }
}
