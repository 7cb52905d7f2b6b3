package org.boardbench.report.statistics;

import java.util.stream.DoubleStream;

/**
 * One figure over the repetitions that measured it. All values are measured ones: nothing is
 * averaged, because the mean of two percentiles is a percentile of nothing.
 *
 * @param median the middle value; of an even number, the larger of the middle two. NaN, as {@code
 *     min} and {@code max}, when no repetition measured the figure
 * @param count repetitions that measured it
 */
public record Spread(double median, double min, double max, int count) {
  /** NaN counts as not measured. */
  public static Spread of(DoubleStream values) {
    double[] sorted = values.filter(v -> !Double.isNaN(v)).sorted().toArray();
    return sorted.length == 0
        ? new Spread(Double.NaN, Double.NaN, Double.NaN, 0)
        : new Spread(
            sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1], sorted.length);
  }

  public boolean isMeasured() {
    return count > 0;
  }
}
