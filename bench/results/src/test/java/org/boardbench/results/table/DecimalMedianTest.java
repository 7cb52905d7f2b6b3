package org.boardbench.results.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecimalMedianTest {
  @Test
  void isTheMiddleValueInWhateverOrderTheyCome() {
    assertThat(DecimalMedian.of(3, 1.25, 2)).isEqualTo(2);
  }

  @Test
  void ofAnEvenNumberIsTheMeanOfTheMiddleTwoWithoutBinaryDigits() {
    assertThat(DecimalMedian.of(9, 0.1, 0.2, 0)).isEqualTo(0.15);
    assertThat(DecimalMedian.of(123_456_789.123, 123_456_789.124)).isEqualTo(123_456_789.1235);
  }

  @Test
  void isInfiniteWhereAValueInTheMiddleIs() {
    assertThat(DecimalMedian.of(1, Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(DecimalMedian.of(1, 2, Double.POSITIVE_INFINITY)).isEqualTo(2);
  }

  @Test
  void isNotANumberWhereNothingWasMeasured() {
    assertThat(DecimalMedian.of()).isNaN();
  }

  @Test
  void leavesTheValuesInTheirOrder() {
    double[] values = {3, 1, 2};

    DecimalMedian.of(values);

    assertThat(values).containsExactly(3, 1, 2);
  }
}
