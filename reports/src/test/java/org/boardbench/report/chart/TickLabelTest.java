package org.boardbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickLabelTest {
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "0.5,0.5",
    "0.30000000000000004,0.3",
    "800,800",
    "1000,1000",
    "20000,20k",
    "12500,12.5k",
    "1500000,1.5M",
    "0.001,0.001",
    "-5,-5"
  })
  void isAsShortAsItCanBe(double value, String label) {
    assertThat(TickLabel.of(value)).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "0.5,0.5 ms",
    "800,800 ms",
    "999,999 ms",
    "1000,1 s",
    "1500,1.5 s",
    "20000,20 s",
    "300000,300 s"
  })
  void saysLongTimesEachWithItsUnit(double ms, String label) {
    assertThat(TickLabel.ofLongTime(ms)).isEqualTo(label);
  }

  @Test
  void hasNoNegativeZero() {
    assertThat(TickLabel.of(-0.0)).isEqualTo("0");
  }
}
