package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.boardbench.report.chart.Curve;
import org.junit.jupiter.api.Test;

class SecondsTest {
  @Test
  void standsInTheMiddleOfItsSecondAndBreaksTheLineWhereSecondsAreMissing() {
    List<Integer> rows = List.of(5, 0, 1);

    List<Curve.Point> points = Seconds.points(rows, row -> row, row -> row * 10);

    assertThat(points)
        .containsExactly(
            new Curve.Point(0.5, 0),
            new Curve.Point(1.5, 10),
            new Curve.Point(2.5, Double.NaN),
            new Curve.Point(5.5, 50));
  }
}
