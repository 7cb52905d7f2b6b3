package org.boardbench.trial.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.PlannedTrial;
import org.boardbench.plan.model.TrialOrder;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.statistics.StoppingRule.Look;
import org.junit.jupiter.api.Test;

class RepeatedTrialsTest {
  private final ExperimentPlan plan = plan();
  private final ScriptedRun run = new ScriptedRun();

  @Test
  void aRunWhoseFiguresAreKnownEndsAtTheLeast() throws Exception {
    run.play(source(), RepeatedTrialsTest::steady);

    assertThat(run.begun).isEqualTo(TrialOrder.of(plan).subList(0, 6));
    assertThat(run.said)
        .containsExactly("repetition 3 of at most 5: all figures are within ± 20 %");
  }

  @Test
  void aRunWhoseFiguresAreNotKnownEndsAtTheCapWithALineForEachLook() throws Exception {
    run.play(source(), trial -> trial.variant().name().equals("b") ? wide(trial) : 2);

    assertThat(run.begun).isEqualTo(TrialOrder.of(plan));
    assertThat(run.said)
        .hasSize(3)
        .allMatch(words -> words.contains("b RTT p95 at 20 users is within ± "));
    assertThat(run.ended).containsExactly(false, false, true);
  }

  @Test
  void aRunEndsAsSoonAsItsFiguresAreKnown() throws Exception {
    run.play(source(), trial -> trial.repetition() == 1 ? 2.2 : 2);

    assertThat(run.begun).hasSize(8);
    assertThat(run.ended).containsExactly(false, true);
  }

  @Test
  void aRunThatWasBrokenOffDecidesAsOneThatWasNot() throws Exception {
    ScriptedRun whole = new ScriptedRun();
    whole.play(source(whole), trial -> trial.repetition() == 1 ? 2.2 : 2);
    List<PlannedTrial> left = new ArrayList<>();
    for (int done = 0; done <= whole.begun.size(); done++) {
      ScriptedRun resumed = new ScriptedRun();
      whole.begun.subList(0, done).forEach(trial -> resumed.done(trial, whole));

      resumed.play(source(resumed), trial -> trial.repetition() == 1 ? 2.2 : 2);

      left.clear();
      left.addAll(whole.begun.subList(0, done));
      left.addAll(resumed.begun);
      assertThat(left).as("done before: " + done).isEqualTo(whole.begun);
      assertThat(resumed.said.getLast()).isEqualTo(whole.said.getLast());
      assertThat(resumed.said)
          .as("an earlier look is not told again: " + done)
          .hasSize(done <= 6 ? 2 : 1);
    }
  }

  /** With one more start the third look would have sufficed, and the fourth repetition begun. */
  @Test
  void aRunThatWasBrokenOffAfterATrialFailedHasTheTrialsOfOneThatWasNot() throws Exception {
    run.failingOnce = "a-1";
    run.play(source(), RepeatedTrialsTest::steady);
    assertThat(run.begun).hasSize(8);
    for (int done = 1; done <= run.begun.size(); done++) {
      ScriptedRun brokenOff = new ScriptedRun();
      brokenOff.failingOnce = "a-1";
      brokenOff.play(source(brokenOff), RepeatedTrialsTest::steady, done);
      ScriptedRun failingAgain = brokenOff.resumed();
      failingAgain.failingOnce = "a-1";

      failingAgain.play(source(failingAgain), RepeatedTrialsTest::steady);

      assertThat(trials(brokenOff, failingAgain)).as("after " + done).isEqualTo(trials(run));
      assertThat(failingAgain.begun).doesNotHaveDuplicates();
      if (done > 6) {
        ScriptedRun mended = brokenOff.resumed();
        mended.play(source(mended), RepeatedTrialsTest::steady);
        assertThat(trials(brokenOff, mended)).as("mended after " + done).isEqualTo(trials(run));
      }
    }
  }

  /** Else a start that was done again would let a run go on that had ended, and told why. */
  @Test
  void aRunThatHasEndedStaysSoWhateverItsFailedTrialsMeasureWhenTheyAreDoneAgain()
      throws Exception {
    run.failingOnce = "a-1";
    run.play(source(), RepeatedTrialsTest::steady);
    ScriptedRun again = run.resumed();

    again.play(source(again), _ -> 20);

    assertThat(again.begun)
        .extracting(trial -> trial.variant().name() + "-" + trial.repetition())
        .containsExactly("a-1");
    assertThat(again.said).containsExactly(run.said.getLast());
  }

  @Test
  void aRunThatHasEndedHasNoTrialsLeft() throws Exception {
    run.play(source(), RepeatedTrialsTest::steady);
    ScriptedRun again = new ScriptedRun();
    run.begun.forEach(trial -> again.done(trial, run));

    assertThat(source(again).known()).isEmpty();
    assertThat(source(again).next()).isEmpty();
  }

  @Test
  void beforeItsFirstTrialARunHasAllThatThereAreAtMost() throws Exception {
    assertThat(source().known()).isEqualTo(TrialOrder.of(plan));
    assertThat(run.said).isEmpty();
  }

  @Test
  void aTrialThatFailedIsNotTriedAgainAndDoesNotHoldTheRunUp() throws Exception {
    run.failing = "a";
    run.play(source(), RepeatedTrialsTest::steady);

    assertThat(run.begun).hasSize(6);
  }

  private static Set<PlannedTrial> trials(ScriptedRun... runs) {
    return Stream.of(runs).flatMap(one -> one.begun.stream()).collect(Collectors.toSet());
  }

  private static double steady(PlannedTrial trial) {
    return 2 + 0.001 * trial.repetition();
  }

  private static double wide(PlannedTrial trial) {
    return trial.repetition() % 2 == 0 ? 2 : 20;
  }

  private RepeatedTrials source() {
    return source(run);
  }

  private RepeatedTrials source(ScriptedRun of) {
    return new RepeatedTrials(
        plan, plan.stoppingRule().orElseThrow(), StageSource.of(plan.stages()), of);
  }

  private static ExperimentPlan plan() {
    try {
      return new PlanReader(Set.of("a", "b"))
          .read(
              "sample.yaml",
              """
              stages: [ { users: 20, hold: 5s } ]
              repetitions: { least: 3, most: 5, until: 20% }
              """,
              PlanOverrides.NONE);
    } catch (InputException e) {
      throw new AssertionError(e);
    }
  }

  /** Trials that end at once, with a time that a test has chosen. */
  private static final class ScriptedRun implements RepeatedTrials.RunSoFar {
    private final List<StoredStage> rows = new ArrayList<>();
    private final Set<PlannedTrial> done = new HashSet<>();
    private final List<PlannedTrial> begun = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<Boolean> ended = new ArrayList<>();
    private final Map<Integer, Look> decided = new HashMap<>();
    private String failing = "";

    /** Variant and repetition. */
    private String failingOnce = "";

    void play(RepeatedTrials source, ToDoubleFunction<PlannedTrial> rttP95Ms)
        throws StoreException {
      play(source, rttP95Ms, Integer.MAX_VALUE);
    }

    void play(RepeatedTrials source, ToDoubleFunction<PlannedTrial> rttP95Ms, int most)
        throws StoreException {
      while (begun.size() < most) {
        Optional<PlannedTrial> next = source.next();
        if (next.isEmpty()) {
          return;
        }
        begun.add(next.get());
        if (!fails(next.get())) {
          rows.add(row(next.get(), rttP95Ms.applyAsDouble(next.get())));
        }
      }
    }

    private boolean fails(PlannedTrial trial) {
      String name = trial.variant().name();
      return name.equals(failing) || (name + "-" + trial.repetition()).equals(failingOnce);
    }

    /** The next process, in which nothing fails. */
    ScriptedRun resumed() {
      ScriptedRun next = new ScriptedRun();
      begun.stream().filter(trial -> !fails(trial)).forEach(trial -> next.done(trial, this));
      next.decided.putAll(decided);
      return next;
    }

    /** As an earlier process has left it. */
    void done(PlannedTrial trial, ScriptedRun of) {
      done.add(trial);
      of.decided.forEach((repetition, look) -> {
        if (repetition < trial.repetition()) {
          decided.put(repetition, look);
        }
      });
      of.rows.stream()
          .filter(row -> row.repetition() == trial.repetition())
          .filter(row -> row.target().equals(trial.variant().name()))
          .forEach(rows::add);
    }

    private static StoredStage row(PlannedTrial trial, double rttP95Ms) {
      return StageBuilder.row(trial.variant().name(), trial.repetition(), 20)
          .with(StageTimes.RTT_P95_MS, rttP95Ms)
          .with(StageCounts.TPS, 100)
          .with(StageCounts.CONNECT_FAILURES, 0)
          .with(StageCounts.DISCONNECTS, 0)
          .with(StageExtras.OWED_LOST_PCT, 0)
          .build();
    }

    @Override
    public boolean isDone(PlannedTrial trial) {
      return done.contains(trial);
    }

    @Override
    public List<StoredStage> rows() {
      return List.copyOf(rows);
    }

    @Override
    public Optional<Look> decided(int repetition) {
      return Optional.ofNullable(decided.get(repetition));
    }

    @Override
    public void looked(int repetition, Look look) {
      decided.put(repetition, look);
      said.add(look.words());
      ended.add(look.isEnough());
    }
  }
}
