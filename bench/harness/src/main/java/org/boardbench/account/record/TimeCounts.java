package org.boardbench.account.record;

import java.util.Arrays;
import java.util.List;

/**
 * How many times fell into each bucket of {@link TimeBounds}, and what they add up to. While a
 * stage is open the sum may be a few times ahead of the counts, or behind.
 *
 * @param counts by bucket, not cumulative
 */
public record TimeCounts(List<Long> counts, long sumNs) {
  /** Nothing was counted. */
  public static final TimeCounts NONE = TimeCounts.of(List.of());

  public TimeCounts {
    counts = List.copyOf(counts);
  }

  /** All of them together. */
  public long total() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  static TimeCounts of(List<TimeBuckets> loops) {
    long[] counts = new long[TimeBounds.buckets()];
    loops.forEach(loop -> loop.addTo(counts));
    return new TimeCounts(
        Arrays.stream(counts).boxed().toList(), loops.stream().mapToLong(TimeBuckets::sumNs).sum());
  }
}
