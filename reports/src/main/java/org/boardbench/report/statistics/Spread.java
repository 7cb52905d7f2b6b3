package org.boardbench.report.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.boardbench.results.table.DecimalMedian;

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
    double[] measured = values.filter(v -> !Double.isNaN(v)).toArray();
    return new Spread(
        DecimalMedian.of(measured),
        Arrays.stream(measured).min().orElse(Double.NaN),
        Arrays.stream(measured).max().orElse(Double.NaN),
        measured.length);
  }

  public boolean isMeasured() {
    return count > 0;
  }
}
