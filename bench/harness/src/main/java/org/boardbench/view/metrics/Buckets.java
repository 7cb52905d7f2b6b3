package org.boardbench.view.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.NativeHistogramBuckets;
import java.util.stream.IntStream;
import org.boardbench.account.record.TimeBounds;
import org.boardbench.account.record.TimeCounts;

/** Times as a classic histogram of Prometheus, in seconds. */
final class Buckets {
  private static final long NEVER_CREATED = 0;
  private static final double[] UPPER_SECONDS =
      IntStream.range(0, TimeBounds.buckets()).mapToDouble(Buckets::upperSeconds).toArray();

  private Buckets() {}

  private static double upperSeconds(int bucket) {
    long ns = TimeBounds.upperNs(bucket);
    return ns == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : ns / 1e9;
  }

  /**
   * @param timeMs as the page has it
   */
  static HistogramDataPointSnapshot dataPoint(TimeCounts times, Labels labels, long timeMs) {
    long[] counts = times.counts().stream().mapToLong(Long::longValue).toArray();
    return new HistogramDataPointSnapshot(
        ClassicHistogramBuckets.of(UPPER_SECONDS, counts),
        HistogramSnapshot.CLASSIC_HISTOGRAM,
        0,
        0,
        NativeHistogramBuckets.EMPTY,
        NativeHistogramBuckets.EMPTY,
        times.sumNs() / 1e9,
        labels,
        Exemplars.EMPTY,
        NEVER_CREATED,
        timeMs);
  }
}
