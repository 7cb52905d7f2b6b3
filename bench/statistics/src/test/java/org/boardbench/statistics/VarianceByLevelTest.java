package org.boardbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.junit.jupiter.api.Test;

class VarianceByLevelTest {
  /** The worked example of Kalibera and Jones (2013), with the erratum: 16.5, −5.7 and 2.3. */
  @Test
  void theVariancesAreThoseOfThePapersExample() {
    VarianceByLevel levels =
        VarianceByLevel.of(
                List.of(
                    List.of(second(9, 5), second(8, 3)),
                    List.of(second(10, 6), second(7, 11)),
                    List.of(second(1, 12), second(2, 4))))
            .orElseThrow();

    assertThat(levels.ofMessages()).isCloseTo(16.5, within(0.05));
    assertThat(levels.ofSeconds()).isCloseTo(-5.7, within(0.05));
    assertThat(levels.ofStarts()).isCloseTo(2.3, within(0.05));
    assertThat(levels.secondsPerStart()).isEqualTo(2);
    assertThat(levels.messagesPerSecond()).isEqualTo(2);
    assertThat(levels.shareOfSeconds()).isZero();
    assertThat(levels.shareOfStarts()).isCloseTo(2.27 / 18.77, within(0.001));
    assertThat(levels.shareOfMessages()).isCloseTo(16.5 / 18.77, within(0.001));
  }

  @Test
  void findsTheVariancesThatStartsWereMadeOfThoughSecondsAndMessagesAreNotAllAsMany() {
    Random random = new Random(3);
    List<List<Second>> starts = new ArrayList<>();
    for (int start = 0; start < 2000; start++) {
      double ofStart = 10 + random.nextGaussian();
      List<Second> seconds = new ArrayList<>();
      for (int second = 0; second < 4 + start % 5; second++) {
        double ofSecond = ofStart + 2 * random.nextGaussian();
        seconds.add(
            second(
                random
                    .doubles(3 + (start + second) % 7)
                    .map(ignored -> ofSecond + 3 * random.nextGaussian())
                    .toArray()));
      }
      starts.add(seconds);
    }

    VarianceByLevel levels = VarianceByLevel.of(starts).orElseThrow();

    assertThat(levels.ofStarts()).isCloseTo(1, within(0.15));
    assertThat(levels.ofSeconds()).isCloseTo(4, within(0.2));
    assertThat(levels.ofMessages()).isCloseTo(9, within(0.2));
  }

  /**
   * The best length of a hold, √(cost of a start ÷ cost of a second × T² of seconds ÷ of starts).
   */
  @Test
  void theCheapestPlanHasTheHoldThatKaliberaAndJonesDerive() {
    VarianceByLevel levels = new VarianceByLevel(100, 20, 50, 1, 40, 0);

    HoldPlan plan = levels.cheapestToHalve(10, 1).orElseThrow();

    assertThat(plan.holdSeconds()).isBetween(18, 22);
    assertThat(plan.starts()).isBetween(360, 430);
  }

  @Test
  void whereOnlyStartsDifferMoreOfThemHalveTheIntervalAndHoldsAreShort() {
    HoldPlan plan = new VarianceByLevel(5, 20, 50, 4, 0, 0).cheapestToHalve(30, 10).orElseThrow();

    // t(0.975, 4) ÷ √5 = 1.24; t(0.975, 12) ÷ √13 = 0.604, t(0.975, 11) ÷ √12 = 0.635.
    assertThat(plan).isEqualTo(new HoldPlan(13, 10));
    assertThat(plan.seconds(30)).isEqualTo(520);
  }

  @Test
  void whereOnlySecondsDifferLongerHoldsHalveItAndCostlyStartsStayFew() {
    HoldPlan plan = new VarianceByLevel(5, 20, 50, -1, 4, 9).cheapestToHalve(600, 10).orElseThrow();

    assertThat(plan.starts()).isLessThanOrEqualTo(5);
    assertThat(plan.holdSeconds()).isGreaterThan(60);
  }

  @Test
  void whereNothingDiffersTheLeastIsEnough() {
    VarianceByLevel still = new VarianceByLevel(3, 20, 50, 0, 0, 0);

    assertThat(still.cheapestToHalve(30, 10)).hasValue(new HoldPlan(3, 10));
    assertThat(still.shareOfStarts()).isZero();
  }

  @Test
  void fewerThanThreeStartsWithTwoSecondsHaveNoLevels() {
    List<Second> measured = List.of(second(1, 2), second(3, 5));

    assertThat(VarianceByLevel.of(List.of(measured, measured))).isEmpty();
    assertThat(VarianceByLevel.of(List.of(measured, measured, List.of(second(1, 2))))).isEmpty();
    assertThat(VarianceByLevel.of(List.of(measured, measured, measured))).isPresent();
    assertThatThrownBy(() -> new Second(1, 5, 0)).hasMessage("messages must be at least 2: 1");
  }

  private static Second second(double... times) {
    return new Second(
        Arrays.stream(times).count(),
        Mean.of(times).getAsDouble(),
        Variance.of(times).getAsDouble());
  }
}
