package org.boardbench.view.dashboard;

import java.util.OptionalDouble;
import org.boardbench.account.record.TimeBounds;

/**
 * A percentile of times of which only is known how many fell into each bucket of {@link
 * TimeBounds}: taken as spread evenly over its bucket, so that it is wrong by half of the bucket's
 * width at most in most cases, a quarter of the time itself. That is enough to watch by; when a
 * stage has ended its histograms tell better.
 */
final class BucketPercentile {
  private static final double NS_PER_MS = 1e6;

  private BucketPercentile() {}

  /**
   * In ms; empty where there are no times.
   *
   * @param counts by bucket
   * @param quantile from 0 to 1
   */
  static OptionalDouble ms(long[] counts, double quantile) {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    long rank = Math.max(1, (long) Math.ceil(quantile * total));
    long before = 0;
    for (int bucket = 0; bucket < counts.length; bucket++) {
      if (counts[bucket] > 0 && before + counts[bucket] >= rank) {
        double share = (rank - before) / (double) counts[bucket];
        return OptionalDouble.of(within(bucket, share) / NS_PER_MS);
      }
      before += counts[bucket];
    }
    return OptionalDouble.empty();
  }

  private static double within(int bucket, double share) {
    double low = bucket == 0 ? 0 : TimeBounds.upperNs(bucket - 1);
    long high = TimeBounds.upperNs(bucket);
    return high == Long.MAX_VALUE ? low : low + share * (high - low);
  }
}
