package org.boardbench.account.record;

import java.util.Arrays;

/**
 * The bounds of the buckets that times are counted in while a stage is open: six to a decade, from
 * half the fastest RTT that loopback gives to what a server that collapses needs. A time belongs to
 * the first bucket whose bound it does not exceed, the last bucket has none.
 */
public final class TimeBounds {
  private static final long LOWEST_NS = 50_000;
  private static final long HIGHEST_NS = 100_000_000_000L;
  private static final double[] STEPS = {1, 1.5, 2, 3, 5, 7};
  private static final long[] BOUNDS_NS = bounds();

  /** For each number of leading zeros the first bucket that a time with so many can be in. */
  private static final int[] FIRST_BUCKET = firstBuckets();

  private TimeBounds() {}

  /** Buckets, the one without a bound included. */
  public static int buckets() {
    return BOUNDS_NS.length + 1;
  }

  /** The largest time that is in {@code bucket}; {@link Long#MAX_VALUE} for the last one. */
  public static long upperNs(int bucket) {
    return bucket < BOUNDS_NS.length ? BOUNDS_NS[bucket] : Long.MAX_VALUE;
  }

  /** Where {@code ns}, which is not negative, belongs: a look into a table and a step or two. */
  public static int bucketOf(long ns) {
    int bucket = FIRST_BUCKET[Long.numberOfLeadingZeros(ns)];
    while (bucket < BOUNDS_NS.length && ns > BOUNDS_NS[bucket]) {
      bucket++;
    }
    return bucket;
  }

  private static long[] bounds() {
    long[] bounds = new long[100];
    int number = 0;
    for (long decade = 10_000; decade <= HIGHEST_NS; decade *= 10) {
      for (double step : STEPS) {
        long bound = Math.round(step * decade);
        if (bound >= LOWEST_NS && bound <= HIGHEST_NS) {
          bounds[number++] = bound;
        }
      }
    }
    return Arrays.copyOf(bounds, number);
  }

  private static int[] firstBuckets() {
    int[] first = new int[Long.SIZE + 1];
    for (int zeros = 1; zeros < Long.SIZE; zeros++) {
      long smallest = 1L << (Long.SIZE - 1 - zeros);
      int place = Arrays.binarySearch(BOUNDS_NS, smallest);
      first[zeros] = place >= 0 ? place : -place - 1;
    }
    return first;
  }
}
