package org.boardbench.view.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Three trials of two stages of 10 s, so 20 s and at first 5 + 2 · 1 s more. */
class TimeLeftTest {
  private final ScriptedSweep sweep = new ScriptedSweep();
  private final TimeLeft timeLeft = new TimeLeft(sweep.runStarted(), sweep::nowNs);

  @Test
  void countsDownWithinATrial() {
    assertThat(timeLeft.remaining()).isEqualTo(Duration.ofSeconds(3 * 27));
    assertThat(timeLeft.share()).isZero();

    timeLeft.trialStarted();
    sweep.pass(Duration.ofSeconds(10));

    assertThat(timeLeft.remaining()).isEqualTo(Duration.ofSeconds(17 + 2 * 27));
    assertThat(timeLeft.share()).isCloseTo(10.0 / 81, within(1e-9));
  }

  @Test
  void learnsFromWhatWholeTrialsTook() {
    timeLeft.trialStarted();
    sweep.pass(Duration.ofSeconds(40));
    assertThat(timeLeft.remaining()).as("never below zero").isEqualTo(Duration.ofSeconds(54));
    timeLeft.trialEnded(true);

    assertThat(timeLeft.remaining()).isEqualTo(Duration.ofSeconds(2 * 40));
  }

  @Test
  void learnsNothingFromATrialThatBrokeOff() {
    timeLeft.trialStarted();
    sweep.pass(Duration.ofSeconds(2));
    timeLeft.trialEnded(false);

    assertThat(timeLeft.remaining()).isEqualTo(Duration.ofSeconds(2 * 27));
  }

  @Test
  void ofASearchIsKnownWhatItsFirstWholeTrialTook() {
    TimeLeft search = new TimeLeft(sweep.searchStarted(), sweep::nowNs);
    search.trialStarted();
    sweep.pass(Duration.ofSeconds(2));
    search.trialEnded(false);
    assertThat(search.isKnown()).isFalse();
    assertThat(search.share()).isZero();

    search.trialStarted();
    sweep.pass(Duration.ofSeconds(40));
    search.trialEnded(true);
    assertThat(search.isKnown()).isTrue();
    assertThat(search.remaining()).isEqualTo(Duration.ofSeconds(40));

    search.trialStarted();
    sweep.pass(Duration.ofSeconds(30));
    assertThat(search.remaining()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void trialsThatARuleHasLeftOutAreNotWaitedFor() {
    timeLeft.trialStarted();
    sweep.pass(Duration.ofSeconds(25));
    timeLeft.trialEnded(true);

    timeLeft.atMostLeft(1);

    assertThat(timeLeft.remaining()).isEqualTo(Duration.ofSeconds(25));
  }

  @Test
  void nothingIsLeftAtTheEnd() {
    for (int i = 0; i < 3; i++) {
      timeLeft.trialStarted();
      sweep.pass(Duration.ofSeconds(25));
      timeLeft.trialEnded(true);
    }

    assertThat(timeLeft.remaining()).isZero();
    assertThat(timeLeft.share()).isEqualTo(1);
  }
}
