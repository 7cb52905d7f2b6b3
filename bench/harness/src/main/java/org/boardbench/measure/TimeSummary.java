package org.boardbench.measure;

import org.HdrHistogram.AbstractHistogram;

/**
 * What a histogram of times says, in nanoseconds. With {@code count} 0 nothing was measured and the
 * other components mean nothing: writers leave their cells empty.
 */
public record TimeSummary(
    long count, double meanNs, long p50Ns, long p95Ns, long p99Ns, long p999Ns, long maxNs) {
  public static final TimeSummary NONE = new TimeSummary(0, 0, 0, 0, 0, 0, 0);

  public static TimeSummary of(AbstractHistogram histogram) {
    if (histogram.getTotalCount() == 0) {
      return NONE;
    }
    return new TimeSummary(
        histogram.getTotalCount(),
        histogram.getMean(),
        histogram.getValueAtPercentile(50),
        histogram.getValueAtPercentile(95),
        histogram.getValueAtPercentile(99),
        histogram.getValueAtPercentile(99.9),
        histogram.getMaxValue());
  }

  public boolean isMeasured() {
    return count > 0;
  }
}
