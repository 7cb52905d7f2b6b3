package org.boardbench.calibrate;

import java.util.List;
import java.util.OptionalDouble;

/** How far apart values are that should be the same. */
final class Spread {
  private Spread() {}

  /** The middle one, or the mean of the two in the middle. */
  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** (max − min) ÷ median × 100; empty for fewer than two values, and for a median of 0. */
  static OptionalDouble pct(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length < 2) {
      return OptionalDouble.empty();
    }
    double median = median(values);
    return median == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(100 * (sorted[sorted.length - 1] - sorted[0]) / median);
  }
}
