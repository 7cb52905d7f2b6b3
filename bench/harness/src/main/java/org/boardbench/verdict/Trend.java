package org.boardbench.verdict;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Whether values go up or down with time, and how fast: the Mann-Kendall test with its correction
 * for ties, and the slope of Theil and Sen. Neither asks how the values are distributed, nor minds
 * an outlier.
 *
 * @param z the test's statistic, from 8 values on near enough to normal
 * @param slope median of the slopes between any two values, per unit of time
 */
record Trend(double z, double slope) {
  /** Two-sided, at p = 0.01. */
  private static final double CRITICAL_Z = 2.5758;

  /** Pairs are as many as their square: a hold of hours would fill the memory, and say no more. */
  static final int MOST_POINTS = 1_000;

  /**
   * Of more than {@link #MOST_POINTS} values, the trend of the medians of equal blocks of them.
   *
   * @param times strictly rising
   */
  static Trend of(double[] times, double[] values) {
    int n = values.length;
    if (n < 2 || times.length != n) {
      throw new IllegalArgumentException(times.length + " times, " + n + " values");
    }
    int block = Math.ceilDiv(n, MOST_POINTS);
    return block == 1
        ? ofPoints(times, values)
        : ofPoints(medians(times, block), medians(values, block));
  }

  private static double[] medians(double[] values, int block) {
    return IntStream.range(0, Math.ceilDiv(values.length, block))
        .mapToDouble(i -> {
          int from = i * block;
          return Median.withDefaults()
              .evaluate(Arrays.copyOfRange(values, from, Math.min(values.length, from + block)));
        })
        .toArray();
  }

  private static Trend ofPoints(double[] times, double[] values) {
    int n = values.length;
    double[] slopes = new double[n * (n - 1) / 2];
    int score = 0;
    int pair = 0;
    for (int later = 1; later < n; later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        double rise = values[later] - values[earlier];
        score += (int) Math.signum(rise);
        slopes[pair++] = rise / (times[later] - times[earlier]);
      }
    }
    return new Trend(z(score, variance(values)), Median.withDefaults().evaluate(slopes));
  }

  /** Such a trend comes about by chance in fewer than one of a hundred series. */
  boolean isSignificant() {
    return Math.abs(z) > CRITICAL_Z;
  }

  /**
   * One step nearer to 0, because the score moves in steps and the normal distribution does not.
   */
  private static double z(int score, double variance) {
    return variance == 0 ? 0 : (score - Math.signum(score)) / Math.sqrt(variance);
  }

  /** Of the score when there is no trend: less for each group of equal values. */
  private static double variance(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double sum = term(sorted.length);
    int first = 0;
    for (int next = 1; next <= sorted.length; next++) {
      if (next == sorted.length || sorted[next] != sorted[first]) {
        sum -= term(next - first);
        first = next;
      }
    }
    return sum / 18;
  }

  private static double term(double n) {
    return n * (n - 1) * (2 * n + 5);
  }
}
