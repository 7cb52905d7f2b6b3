package org.boardbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void givesTheMiddleAndTheEnds() {
    assertThat(Spread.of(DoubleStream.of(9, 1, 4))).isEqualTo(new Spread(4, 1, 9, 3));
  }

  @Test
  void neverAveragesSoThatTheMedianOfTwoIsOneOfThem() {
    assertThat(Spread.of(DoubleStream.of(10, 20)).median()).isEqualTo(20);
    assertThat(Spread.of(DoubleStream.of(1, 2, 3, 4)).median()).isEqualTo(3);
  }

  @Test
  void leavesOutRepetitionsThatDidNotMeasure() {
    assertThat(Spread.of(DoubleStream.of(Double.NaN, 5, Double.NaN)))
        .isEqualTo(new Spread(5, 5, 5, 1));
  }

  @Test
  void isNotMeasuredWhenNoRepetitionMeasured() {
    Spread spread = Spread.of(DoubleStream.of(Double.NaN));

    assertThat(spread.isMeasured()).isFalse();
    assertThat(spread.median()).isNaN();
  }
}
