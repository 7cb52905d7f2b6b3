package org.boardbench.results.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CalibrationValueTest {
  @Test
  void aCountPassesOnlyWhenItIsTheTruth() {
    assertThat(CalibrationValue.exact("lost", "deliveries", 34, 34).isMissed()).isFalse();
    assertThat(CalibrationValue.exact("lost", "deliveries", 34, 33).isMissed()).isTrue();
    assertThat(CalibrationValue.exact("lost", "deliveries", 34, 35))
        .hasToString("lost: truth 34 deliveries, measured 35, error 1, bound 0");
  }

  @Test
  void aTimeMayMissTheTruthByItsBoundEitherWay() {
    assertThat(judged(11).isMissed()).isFalse();
    assertThat(judged(9).isMissed()).isFalse();
    assertThat(judged(11.001).isMissed()).isTrue();
    assertThat(judged(8.999).isMissed()).isTrue();
    assertThat(judged(11.001))
        .hasToString("rtt_p50: truth 10.000 ms, measured 11.001, error 1.001, bound 1.000");
  }

  @Test
  void whatWasNotMeasuredMissesTheTruth() {
    CalibrationValue unmeasured =
        CalibrationValue.judged("rtt_p50", "ms", 10, OptionalDouble.empty(), 1);

    assertThat(unmeasured.isMissed()).isTrue();
    assertThat(unmeasured)
        .hasToString("rtt_p50: truth 10.000 ms, measured none, error none, bound 1.000");
  }

  @Test
  void whatIsOnlyShownMissesNothing() {
    assertThat(CalibrationValue.shown("rtt_max", "ms", 10, OptionalDouble.of(900)).isMissed())
        .isFalse();
    assertThat(CalibrationValue.of("tps", "1/s", OptionalDouble.empty()).isMissed()).isFalse();
  }

  private static CalibrationValue judged(double measured) {
    return CalibrationValue.judged("rtt_p50", "ms", 10, OptionalDouble.of(measured), 1);
  }
}
