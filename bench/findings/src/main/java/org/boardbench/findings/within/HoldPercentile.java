package org.boardbench.findings.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.boardbench.statistics.Percentile;
import org.boardbench.statistics.TimeCount;

/** A percentile of the times that one histogram holds. */
public final class HoldPercentile {
  private HoldPercentile() {}

  /**
   * In nanoseconds, as the histogram.
   *
   * @param quantile 0.99 for the 99th
   * @return empty when nothing was recorded
   */
  public static Optional<Percentile> of(Histogram timesNs, double quantile) {
    return of(timesNs, quantile, 1);
  }

  static Optional<Percentile> of(Histogram times, double quantile, double nsPerUnit) {
    if (times.getTotalCount() == 0) {
      return Optional.empty();
    }
    List<TimeCount> buckets = new ArrayList<>();
    for (HistogramIterationValue value : times.recordedValues()) {
      // As the histogram's own percentiles are given.
      long ns = times.highestEquivalentValue(value.getValueIteratedTo());
      buckets.add(new TimeCount(ns / nsPerUnit, value.getCountAddedInThisIterationStep()));
    }
    return Optional.of(Percentile.of(buckets, quantile));
  }
}
