package org.boardbench.calibrate;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Median;

/** How far apart values are that should be the same. */
final class Spread {
  private Spread() {}

  /** The middle one, or the mean of the two in the middle. */
  static double median(List<Double> values) {
    return Median.withDefaults().evaluate(numbers(values).toArray());
  }

  /** (max − min) ÷ median × 100; empty for fewer than two values, and for a median of 0. */
  static OptionalDouble pct(List<Double> values) {
    double median = median(values);
    if (values.size() < 2 || median == 0) {
      return OptionalDouble.empty();
    }
    DoubleSummaryStatistics ends = numbers(values).summaryStatistics();
    return OptionalDouble.of(100 * (ends.getMax() - ends.getMin()) / median);
  }

  private static DoubleStream numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue);
  }
}
