package org.boardbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.inference.FisherExactTest;
import org.junit.jupiter.api.Test;

class ShareTest {
  /** {@code binom.test(682, 925)} in R's documentation: Mendel's giant peas. */
  @Test
  void theIntervalIsThatOfR() {
    Interval interval = new Share(682, 925).interval();

    assertThat(interval.low()).isCloseTo(0.7076683, within(5e-8));
    assertThat(interval.high()).isCloseTo(0.7654066, within(5e-8));
    assertThat(new Share(682, 925).estimate()).isCloseTo(0.7372973, within(5e-8));
  }

  /** 1 − 0.05^(1 ÷ n). */
  @Test
  void ofNoStartBeyondABoundTheShareIsAtMostWhatWouldShowNoneOnceInTwenty() {
    assertThat(new Share(0, 3).atMost(0.95)).isCloseTo(0.632, within(5e-4));
    assertThat(new Share(0, 5).atMost(0.95)).isCloseTo(0.451, within(5e-4));
    assertThat(new Share(0, 10).atMost(0.95)).isCloseTo(0.259, within(5e-4));
    assertThat(new Share(0, 20).atMost(0.95)).isCloseTo(0.139, within(5e-4));
    assertThat(new Share(0, 59).atMost(0.95)).isCloseTo(0.0495, within(5e-5));
    assertThat(new Share(0, 1_000_000).atMost(0.95)).isCloseTo(3.0e-6, within(5e-9));
  }

  @Test
  void aBoundOnOneSideIsTheEndOfAnIntervalWithTwiceTheError() {
    assertThat(new Share(2, 10).atMost(0.95))
        .isCloseTo(new Share(2, 10).interval(0.9).high(), within(1e-12));
    assertThat(new Share(3, 3).atMost(0.95)).isEqualTo(1);
    assertThat(new Share(3, 3).interval().high()).isEqualTo(1);
    assertThat(new Share(0, 3).interval().low()).isZero();
  }

  @Test
  void saysOfHowManyNoneMustBeSo() {
    assertThat(Share.neededOfNone(0.5, 0.95)).hasValue(5);
    assertThat(Share.neededOfNone(0.05, 0.95)).hasValue(59);
    assertThat(Share.neededOfNone(1e-6, 0.95)).isEmpty();
  }

  @Test
  void sharesDifferAsFishersExactTestSays() {
    var fisher = FisherExactTest.withDefaults();
    for (int[] counts : new int[][] {{0, 3, 3, 3}, {0, 4, 4, 4}, {1, 10, 7, 9}, {2, 5, 3, 8}}) {
      int[][] table = {{counts[0], counts[1] - counts[0]}, {counts[2], counts[3] - counts[2]}};
      assertThat(new Share(counts[0], counts[1]).p(new Share(counts[2], counts[3])))
          .isCloseTo(fisher.test(table).getPValue(), within(1e-9));
    }
    assertThat(new Share(0, 3).p(new Share(0, 3))).isEqualTo(1);
    assertThat(new Share(3, 3).p(new Share(3, 3))).isEqualTo(1);
  }

  @Test
  void whatCannotBeCountedIsRefused() {
    assertThatThrownBy(() -> new Share(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(4, 3))
        .hasMessage("count must be from 0 to a number of at least 1: 4 of 3");
  }
}
