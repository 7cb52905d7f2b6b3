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
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    assertThat(Spread.of(DoubleStream.of(10, 20)).median()).isEqualTo(15);
    assertThat(Spread.of(DoubleStream.of(1, 2, 3, 40)).median()).isEqualTo(2.5);
    assertThat(Spread.of(DoubleStream.of(0.1, 0.2)).median()).isEqualTo(0.15);
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
