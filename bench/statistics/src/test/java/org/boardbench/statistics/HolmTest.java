package org.boardbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolmTest {
  /** {@code p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm")} in R. */
  @Test
  void adjustsAsR() {
    assertAdjusted(List.of(0.01, 0.02, 0.03, 0.04, 0.05), List.of(0.05, 0.08, 0.09, 0.09, 0.09));
  }

  @Test
  void keepsTheOrderOfTheClaims() {
    assertAdjusted(List.of(0.01, 0.04, 0.03, 0.005), List.of(0.03, 0.06, 0.06, 0.02));
  }

  @Test
  void oneClaimStaysAsItIsAndNoneGoesAboveOne() {
    assertAdjusted(List.of(0.3), List.of(0.3));
    assertAdjusted(List.of(0.6, 0.9), List.of(1.0, 1.0));
    assertThat(Holm.adjusted(List.of())).isEmpty();
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> Holm.adjusted(List.of(Double.NaN)))
        .hasMessage("p must be from 0 to 1: NaN");
  }

  private static void assertAdjusted(List<Double> p, List<Double> expected) {
    List<Double> adjusted = Holm.adjusted(p);
    assertThat(adjusted).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(adjusted.get(i)).isCloseTo(expected.get(i), within(1e-12));
    }
  }
}
