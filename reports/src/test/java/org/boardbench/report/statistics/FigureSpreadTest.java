package org.boardbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.boardbench.findings.starts.FigureValue;
import org.junit.jupiter.api.Test;

class FigureSpreadTest {
  @Test
  void aMedianIsALowerBoundWhenItCouldBeGreater() {
    assertThat(of(exact(1), atLeast(2), exact(3)))
        .isEqualTo(new FigureSpread(new Spread(2, 1, 3, 3), true, false, true));
  }

  @Test
  void aMedianBelowTheOnlyLowerBoundIsExact() {
    assertThat(of(atLeast(10), exact(2), exact(3)))
        .isEqualTo(new FigureSpread(new Spread(3, 2, 10, 3), false, false, true));
  }

  @Test
  void ofAnEvenNumberTheMedianIsALowerBoundWhenOneOfTheMiddleTwoIs() {
    assertThat(of(exact(1), atLeast(3)))
        .isEqualTo(new FigureSpread(new Spread(2, 1, 3, 2), true, false, true));
  }

  @Test
  void theLeastValueIsALowerBoundWhenAllAre() {
    assertThat(of(atLeast(5), atLeast(4)))
        .isEqualTo(new FigureSpread(new Spread(4.5, 4, 5, 2), true, true, true));
  }

  @Test
  void nothingIsALowerBoundWithoutOneOrWithoutAnyFigure() {
    assertThat(of(exact(1), exact(2), exact(Double.NaN)))
        .isEqualTo(new FigureSpread(new Spread(1.5, 1, 2, 2), false, false, false));
    assertThat(of(exact(Double.NaN)).medianAtLeast()).isFalse();
    assertThat(of(exact(Double.NaN)).spread().isMeasured()).isFalse();
  }

  private static FigureSpread of(FigureValue... values) {
    return FigureSpread.of(List.of(values));
  }

  private static FigureValue exact(double value) {
    return new FigureValue(value, false);
  }

  private static FigureValue atLeast(double value) {
    return new FigureValue(value, true);
  }
}
