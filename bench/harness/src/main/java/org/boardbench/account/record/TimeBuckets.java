package org.boardbench.account.record;

/**
 * Times counted in the buckets of {@link TimeBounds}: one loop's thread records, any thread reads
 * while it does.
 */
final class TimeBuckets {
  private static final int SUM = TimeBounds.buckets();

  private final SharedCounters counters = new SharedCounters(SUM + 1);

  /** Records the time between two moments as {@link TimeHistograms#record} does. */
  void record(long fromNs, long toNs) {
    long ns = Math.max(0, toNs - fromNs);
    counters.add(TimeBounds.bucketOf(ns), 1);
    counters.add(SUM, ns);
  }

  void addTo(long[] counts) {
    for (int bucket = 0; bucket < counts.length; bucket++) {
      counts[bucket] += counters.of(bucket);
    }
  }

  long sumNs() {
    return counters.of(SUM);
  }
}
