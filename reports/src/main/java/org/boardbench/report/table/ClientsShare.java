package org.boardbench.report.table;

import java.util.stream.DoubleStream;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.Refusal;
import org.boardbench.statistics.StudentT;

/**
 * A client's share of a figure, over fresh starts. NaN = nobody can say.
 *
 * @param low of the 95 % interval of the mean, by Student's t; NaN of fewer than three starts
 * @param high likewise
 */
record ClientsShare(double mean, double low, double high) {
  /**
   * @param starts the share of each, which may be below 0; NaN counts for nothing
   */
  static ClientsShare of(DoubleStream starts) {
    double[] measured = starts.filter(value -> !Double.isNaN(value)).toArray();
    double mean = DoubleStream.of(measured).average().orElse(Double.NaN);
    if (measured.length < Refusal.LEAST_STARTS) {
      return new ClientsShare(mean, Double.NaN, Double.NaN);
    }
    double half = StudentT.ofMean(measured).halfWidth(Interval.CONFIDENCE);
    return new ClientsShare(mean, mean - half, mean + half);
  }

  /** {@code 3.1 (2.8 to 3.4)}. */
  String text() {
    String value = NumberText.toDecimals(mean, 2);
    return Double.isNaN(low)
        ? value
        : "%s (%s to %s)"
            .formatted(value, NumberText.toDecimals(low, 2), NumberText.toDecimals(high, 2));
  }
}
