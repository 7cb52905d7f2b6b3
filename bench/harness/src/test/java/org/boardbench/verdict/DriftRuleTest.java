package org.boardbench.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.boardbench.results.reason.ReasonCode;
import org.junit.jupiter.api.Test;

class DriftRuleTest {
  private final HoldScene hold = new HoldScene();

  @Test
  void aMedianThatWalksAwayCondemnsTheRow() {
    hold.medianMs = ramp(20, 2, 0.05);

    assertThat(hold.verdict().text()).startsWith("drift 40.").endsWith(" % > 25 %");
  }

  @Test
  void soDoesOneThatComesDown() {
    hold.medianMs = ramp(20, 4, -0.1);

    assertThat(hold.codes()).containsExactly(ReasonCode.DRIFT);
  }

  @Test
  void aTrendThatMovesTheMedianByLittleDoesNot() {
    hold.medianMs = ramp(20, 2, 0.02);

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void aTrendOfMicrosecondsDoesNot() {
    hold.medianMs = ramp(20, 0.2, 0.009);

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void noiseWithoutATrendDoesNot() {
    Random random = new Random(7);
    for (int second = 0; second < hold.medianMs.length; second++) {
      hold.medianMs[second] = 2 + 10 * random.nextDouble();
    }

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void oneSecondThatStandsOutDoesNot() {
    hold.medianMs[18] = 900;

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void aQueueThatGrowsIsTheServersAndNoDrift() {
    hold.medianMs = ramp(20, 2, 500);
    hold.receivedInHold = hold.expected * 98 / 100;

    assertThat(hold.codes()).isEmpty();
  }

  @Test
  void fewerThanEightWholeSecondsAreNotJudged() {
    hold.medianMs = ramp(8, 2, 1);
    assertThat(hold.codes()).isEmpty();

    hold.medianMs = ramp(9, 2, 1);
    assertThat(hold.codes()).containsExactly(ReasonCode.DRIFT);
  }

  private static double[] ramp(int seconds, double first, double step) {
    double[] medians = new double[seconds];
    Arrays.setAll(medians, second -> first + step * second);
    return medians;
  }
}
