package org.boardbench.view.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import org.boardbench.store.TrialId;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.view.terminal.text.BarLine;
import org.junit.jupiter.api.Test;

class ProgressViewTest {
  private final ScriptedSweep sweep = new ScriptedSweep();

  @Test
  void plainLinesTellEveryTrialAndStage() throws IOException {
    sweep.play(new PlainView(sweep.out(), sweep::nowNs));

    assertThat(sweep.printed())
        .isEqualTo(
            """
               0:00  sample: 3 trials of 2 stages, about 81 s, results in results/sample-1
               0:00  driver warms up
               0:00  1/3 node-ws: repetition 1 starts
               0:03  1/3 node-ws: stage 1/2, 100 users
               0:13  1/3 node-ws: stage 1/2, 100 users done, RTT p50 0.83 p95 12.4 p99 1240 ms, lost 3 of 8000 (0.04 %)
               0:13  1/3 node-ws: stage 2/2, 1000 users
               0:23  1/3 node-ws: stage 2/2, 1000 users done, RTT p50 0.83 p95 12.4 p99 1240 ms, lost 3 of 8000 (0.04 %); invalid: run-delay 12.3 % > 5 %
               0:24  1/3 node-ws: ok, about 48 s left
               0:24  2/3 fastapi-workers-redis: repetition 1 starts
               1:24  2/3 fastapi-workers-redis: failed (not ready after 60s last line of its output), about 24 s left
               1:24  3/3 spring-stomp: repetition 1 starts
            """
                .indent(3)
                .replaceAll("(?m)^ {3}", ""));
  }

  @Test
  void aSearchHasNeitherANumberOfStagesNorATimeLeftUntilAWholeTrialHasEnded() throws IOException {
    sweep.play(new PlainView(sweep.out(), sweep::nowNs), sweep.searchStarted());

    assertThat(sweep.printed())
        .startsWith("   0:00  sample: 3 trials, results in results/sample-1\n")
        .contains("1/3 node-ws: stage 2, 1000 users\n", "1/3 node-ws: ok, about 48 s left\n");
  }

  @Test
  void aSearchSaysWhatAStartIsFor() throws IOException {
    PlainView view = new PlainView(sweep.out(), sweep::nowNs);
    view.accept(sweep.searchStarted());
    view.accept(
        new RunEvent.TrialStarted(new TrialId("node-ws-r3", "node-ws", 3, 1), "staircase 2/5"));
    view.accept(sweep.stageStarted(1));

    assertThat(sweep.printed())
        .contains(
            "1/3 node-ws, staircase 2/5: repetition 3 starts\n",
            "1/3 node-ws, staircase 2/5: stage 1, 100 users\n");
  }

  @Test
  void theBarOfASearchShowsWhatItIsAt() {
    BarLine line = new BarLine(new TimeLeft(sweep.searchStarted(), sweep::nowNs));

    assertThat(line.text("1/3 node-ws  stage 4, 80 users", 100))
        .isEqualTo("[------------]  1/3 node-ws  stage 4, 80 users");
  }

  @Test
  void aRunThatARuleMayEndSaysWhatItTakesAtMost() throws IOException {
    sweep.play(new PlainView(sweep.out(), sweep::nowNs), sweep.ruledStarted());

    assertThat(sweep.printed())
        .startsWith("   0:00  sample: at most 15 trials of 2 stages, at most 7 min, results")
        .contains("1 node-ws, repetition 1 of at most 5: starts\n")
        .contains("1 node-ws, repetition 1 of at most 5: stage 1/2, 100 users\n")
        .contains(", at most 6 min left\n");
  }

  @Test
  void dropsAndRefusedJoinsStandWhereLossStands() throws IOException {
    sweep.disconnects = 58;
    sweep.connectFailures = 1;
    sweep.owed = 10_000;
    sweep.play(new PlainView(sweep.out(), sweep::nowNs));

    assertThat(sweep.printed())
        .contains("ms, lost 3 of 8000 (0.04 %), 20.0 % of owed, 58 disconnects, 1 refused join\n");
  }

  /**
   * @param drawn gets each state of it
   */
  private BarView bar(List<String> drawn, int columns) {
    return new BarView(
        sweep.out(), sweep::nowNs, new DelegatingProgressBarConsumer(drawn::add, columns), columns);
  }

  @Test
  void theBarHasDropsBesideTheLossOfItsTrial() throws IOException {
    List<String> drawn = Collections.synchronizedList(new ArrayList<>());
    sweep.disconnects = 58;
    sweep.owed = 10_000;
    BarView view = bar(drawn, 200);
    view.accept(sweep.runStarted());
    TrialId trial = new TrialId("node-ws-r1", "node-ws", 1, 1);
    view.accept(new RunEvent.TrialStarted(trial));
    sweep.playStage(view, trial, 1);
    view.accept(sweep.stageStarted(2));
    view.close();

    assertThat(drawn.getLast()).contains("lost 4, 20.0 % of owed, 58 disconnects");
  }

  @Test
  void theBarTellsTrialStageUsersRateLossAndTimeLeftInOneLine() throws IOException {
    List<String> drawn = Collections.synchronizedList(new ArrayList<>());
    BarView view = bar(drawn, 100);
    sweep.play(view);
    view.close();

    assertThat(drawn).isNotEmpty().allMatch(line -> line.length() <= 100);
    assertThat(drawn.getLast())
        .startsWith("[")
        .contains("3/3 spring-stomp", "1 failed", "1 invalid", "24 s left");
  }

  @Test
  void rowsOfATrialForAProfileAreNoneThatCouldHaveBeenValid() throws IOException {
    List<String> drawn = Collections.synchronizedList(new ArrayList<>());
    BarView view = bar(drawn, 200);
    view.accept(sweep.profiledStarted());
    TrialId trial = new TrialId("node-ws-r2", "node-ws", 2, 4);
    view.accept(new RunEvent.TrialStarted(trial));
    sweep.playStage(view, trial, 2);
    view.accept(sweep.stageStarted(2));
    view.close();

    assertThat(drawn.getLast()).contains("node-ws").doesNotContain("invalid");
  }

  @Test
  void theBarsLineFitsItsWidthWhateverItSays() {
    TimeLeft timeLeft = new TimeLeft(sweep.runStarted(), sweep::nowNs);
    timeLeft.trialStarted();
    sweep.pass(Duration.ofSeconds(27));
    BarLine line = new BarLine(timeLeft);

    assertThat(line.text("1/3 node-ws  stage 2/2, 1000 users  27000 deliveries/s  lost 4", 100))
        .isEqualTo(
            "[####--------]  33 %  54 s left  1/3 node-ws  stage 2/2, 1000 users  27000"
                + " deliveries/s  lost 4");
    assertThat(line.text("x".repeat(72), 100))
        .startsWith("[##-----]  33 %  54 s left  xxx")
        .hasSize(100);
    assertThat(line.text("x".repeat(90), 100)).startsWith("[#---]  33 %").hasSize(100);
  }
}
