package org.boardbench.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrendTest {
  /**
   * Rainfall with and without cloud seeding, as Hollander and Wolfe (Nonparametric Statistical
   * Methods, section 9.1) have it: the score is −6, the slope −0.056.
   */
  @Test
  void agreesWithThePublishedExampleOfTheilsTest() {
    Trend trend =
        Trend.of(new double[] {1, 2, 3, 4, 5}, new double[] {1.26, 1.27, 1.12, 1.16, 1.03});

    assertThat(trend.slope()).isCloseTo(-0.056, within(5e-4));
    assertThat(trend.z()).isCloseTo((-6 + 1) / Math.sqrt(5 * 4 * 15 / 18.0), within(1e-9));
    assertThat(trend.isSignificant()).isFalse();
  }

  /** For 1 to 360 pyMannKendall, which was checked against R, tells S = 64620, Var S = 5205500. */
  @Test
  void agreesWithThePublishedFiguresOfAPlainRise() {
    double[] rise = rise(360);
    Trend trend = Trend.of(rise, rise);

    assertThat(trend.slope()).isEqualTo(1);
    assertThat(trend.z()).isCloseTo((64_620 - 1) / Math.sqrt(5_205_500), within(1e-9));
    assertThat(trend.isSignificant()).isTrue();
  }

  /** Of a day's seconds; their pairs are more than four billion. */
  @Test
  void thousandsOfValuesHaveTheTrendOfTheirBlocks() {
    double[] rise = rise(86_400);

    assertThat(Trend.of(rise, rise).slope()).isCloseTo(1, within(1e-9));
    assertThat(Trend.of(rise, rise).isSignificant()).isTrue();
    assertThat(Trend.of(rise, new double[86_400])).isEqualTo(new Trend(0, 0));
  }

  /** Kendall (Rank Correlation Methods): each group of t equal values takes t(t−1)(2t+5)/18. */
  @Test
  void equalValuesMakeTheScoreVaryLess() {
    Trend trend = Trend.of(rise(6), new double[] {1, 1, 1, 2, 2, 3});

    double variance = (6 * 5 * 17 - 3 * 2 * 11 - 2 * 1 * 9) / 18.0;
    assertThat(trend.z()).isCloseTo((11 - 1) / Math.sqrt(variance), within(1e-9));
  }

  @Test
  void valuesThatNeverChangeHaveNoTrend() {
    double[] same = new double[20];
    Arrays.fill(same, 3);

    assertThat(Trend.of(rise(20), same)).isEqualTo(new Trend(0, 0));
  }

  @Test
  void eightRisingValuesAreEnoughToTell() {
    assertThat(Trend.of(rise(8), rise(8)).isSignificant()).isTrue();
    assertThat(Trend.of(rise(4), rise(4)).isSignificant()).isFalse();
  }

  @Test
  void refusesToFindATrendInOneValue() {
    assertThatThrownBy(() -> Trend.of(rise(1), rise(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] rise(int length) {
    double[] values = new double[length];
    Arrays.setAll(values, i -> i + 1);
    return values;
  }
}
