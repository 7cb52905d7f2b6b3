package org.boardbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;

/** Against R's documentation, printed tables and the t tests of commons-statistics. */
class StudentTTest {
  /** R's data set {@code sleep}: hours of sleep that ten patients gained by either of two drugs. */
  private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

  private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  /** {@code t.test(extra ~ group, data = sleep)}, with the sign of the second less the first. */
  @Test
  void welchsIntervalAndPAreThoseOfR() {
    StudentT t = StudentT.ofDifference(FIRST, SECOND);

    assertThat(t.value()).isCloseTo(1.58, within(1e-12));
    assertThat(t.value() / t.standardError()).isCloseTo(1.8608, within(5e-5));
    assertThat(t.degreesOfFreedom()).isCloseTo(17.776, within(5e-4));
    assertThat(t.p(0)).isCloseTo(0.07939, within(5e-6));
    assertThat(t.value() - t.halfWidth(0.95)).isCloseTo(-0.2054832, within(5e-8));
    assertThat(t.value() + t.halfWidth(0.95)).isCloseTo(3.3654832, within(5e-8));
  }

  /** {@code t.test(extra ~ group, data = sleep, paired = TRUE)}. */
  @Test
  void theIntervalAndPOfPairsAreThoseOfR() {
    StudentT t = StudentT.ofPairs(FIRST, SECOND);

    assertThat(t.value() / t.standardError()).isCloseTo(4.0621, within(5e-5));
    assertThat(t.degreesOfFreedom()).isEqualTo(9);
    assertThat(t.p(0)).isCloseTo(0.002833, within(5e-7));
    assertThat(t.value() - t.halfWidth(0.95)).isCloseTo(0.7001142, within(5e-8));
    assertThat(t.value() + t.halfWidth(0.95)).isCloseTo(2.4598858, within(5e-8));
  }

  /** {@code t.test(sleep$extra)}. */
  @Test
  void theIntervalOfOneMeanIsThatOfR() {
    double[] both = new double[20];
    System.arraycopy(FIRST, 0, both, 0, 10);
    System.arraycopy(SECOND, 0, both, 10, 10);
    StudentT t = StudentT.ofMean(both);

    assertThat(t.value()).isCloseTo(1.54, within(1e-12));
    assertThat(t.p(0)).isCloseTo(0.002918, within(5e-7));
    assertThat(t.value() - t.halfWidth(0.95)).isCloseTo(0.5955845, within(5e-8));
    assertThat(t.value() + t.halfWidth(0.95)).isCloseTo(2.4844155, within(5e-8));
  }

  @Test
  void quantilesAreThoseOfPrintedTables() {
    assertThat(StudentT.quantile(0.95, 1)).isCloseTo(12.706, within(5e-4));
    assertThat(StudentT.quantile(0.95, 2)).isCloseTo(4.303, within(5e-4));
    assertThat(StudentT.quantile(0.95, 4)).isCloseTo(2.776, within(5e-4));
    assertThat(StudentT.quantile(0.95, 9)).isCloseTo(2.262, within(5e-4));
    assertThat(StudentT.quantile(0.90, 9)).isCloseTo(1.833, within(5e-4));
    assertThat(StudentT.quantile(0.99, 30)).isCloseTo(2.750, within(5e-4));
    assertThat(StudentT.quantile(0.95, 1e9)).isCloseTo(1.960, within(5e-4));
  }

  @Test
  void agreesWithTheTestsOfCommonsStatisticsWhateverTheNumbersOfStarts() {
    Random random = new Random(5);
    for (int experiment = 0; experiment < 200; experiment++) {
      double[] base = random.doubles(2 + random.nextInt(9)).toArray();
      double[] other = random.doubles(2 + random.nextInt(9)).map(v -> 3 * v).toArray();
      double truth = random.nextDouble();

      StudentT ours = StudentT.ofDifference(base, other);
      TTest.Result theirs = TTest.withDefaults().withMu(truth).test(other, base);

      assertThat(ours.degreesOfFreedom()).isCloseTo(theirs.getDegreesOfFreedom(), within(1e-9));
      assertThat(ours.p(truth)).isCloseTo(theirs.getPValue(), within(1e-9));
    }
  }

  @Test
  void valuesWithoutSpreadAreSureOfThemselves() {
    StudentT same = StudentT.ofDifference(new double[] {2, 2, 2}, new double[] {2, 2, 2});
    StudentT apart = StudentT.ofDifference(new double[] {2, 2, 2}, new double[] {3, 3, 3});

    assertThat(same.p(0)).isEqualTo(1);
    assertThat(apart.p(0)).isZero();
    assertThat(apart.halfWidth(0.95)).isZero();
  }
}
