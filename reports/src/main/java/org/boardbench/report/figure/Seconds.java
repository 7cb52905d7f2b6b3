package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.boardbench.report.chart.Curve;

/**
 * Rows of a second each as points of a curve. A point is in the middle of its second, which it sums
 * up: at its beginning, whatever comes within it would seem to come half a second later.
 */
final class Seconds {
  private static final double MIDDLE = 0.5;

  private Seconds() {}

  /** In the order of time; a second without a row is a gap, as is one without the figure. */
  static <T> List<Curve.Point> points(
      List<T> rows, ToIntFunction<T> second, ToDoubleFunction<T> figure) {
    List<Curve.Point> points = new ArrayList<>();
    int expected = Integer.MAX_VALUE;
    for (T row : rows.stream().sorted(Comparator.comparingInt(second)).toList()) {
      int x = second.applyAsInt(row);
      if (x > expected) {
        points.add(new Curve.Point(expected + MIDDLE, Double.NaN));
      }
      points.add(new Curve.Point(x + MIDDLE, figure.applyAsDouble(row)));
      expected = x + 1;
    }
    return points;
  }
}
