package org.boardbench.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void isTheDistanceOfTheFarthestInPercentOfTheMedian() {
    assertThat(Spread.pct(List.of(4.0, 3.0, 6.0))).hasValue(75);
    assertThat(Spread.pct(List.of(3.0, 5.0, 6.0, 3.0))).hasValue(75);
    assertThat(Spread.pct(List.of(7.0, 7.0))).hasValue(0);
  }

  @Test
  void isUnknownOfOneValueAndOfAMedianOfNothing() {
    assertThat(Spread.pct(List.of(4.0))).isEmpty();
    assertThat(Spread.pct(List.of(0.0, 0.0, 1.0))).isEmpty();
  }
}
