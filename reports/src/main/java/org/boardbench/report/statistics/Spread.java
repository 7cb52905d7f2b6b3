package org.boardbench.report.statistics;

import java.math.BigDecimal;
import java.util.stream.DoubleStream;

/**
 * One figure over the repetitions that measured it.
 *
 * @param median the middle value; of an even number, the mean of the middle two, as on the
 *     terminal. NaN, as {@code min} and {@code max}, when no repetition measured the figure
 * @param count repetitions that measured it
 */
public record Spread(double median, double min, double max, int count) {
  /** NaN counts as not measured. */
  public static Spread of(DoubleStream values) {
    double[] sorted = values.filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (sorted.length == 0) {
      return new Spread(Double.NaN, Double.NaN, Double.NaN, 0);
    }
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : mean(sorted[middle - 1], sorted[middle]);
    return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
  }

  /** Of the decimals as they were stored, so that it has no digits that halving does not make. */
  private static double mean(double a, double b) {
    if (Double.isInfinite(b)) {
      return b;
    }
    return BigDecimal.valueOf(a).add(BigDecimal.valueOf(b)).divide(BigDecimal.TWO).doubleValue();
  }

  public boolean isMeasured() {
    return count > 0;
  }
}
