package org.boardbench.measure;

import java.util.Collection;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * The histograms that times are recorded in: nanoseconds, three significant digits from 64 ns on.
 * They grow to whatever value comes, so none is ever clipped or refused.
 */
public final class TimeHistograms {
  private static final long LOWEST_DISCERNIBLE_NS = 100;
  private static final int DIGITS = 3;
  private static final long USUAL_MAX_NS = 1_000_000_000;

  private TimeHistograms() {}

  /**
   * An empty one.
   *
   * @param usualMaxNs up to here it need not grow while it records
   */
  public static Histogram upTo(long usualMaxNs) {
    long highestNs = Math.max(2 * LOWEST_DISCERNIBLE_NS, usualMaxNs);
    Histogram histogram = new Histogram(LOWEST_DISCERNIBLE_NS, highestNs, DIGITS);
    histogram.setAutoResize(true);
    return histogram;
  }

  /** An empty one that need not grow while what it records is in time. */
  static Histogram usual() {
    return upTo(USUAL_MAX_NS);
  }

  /** A new one with what each of the {@code parts} has. */
  static <T> Histogram sum(Collection<T> parts, Function<T, Histogram> histogramOf) {
    Histogram sum = upTo(0);
    parts.stream()
        .map(histogramOf)
        .filter(histogram -> histogram.getTotalCount() > 0) // an empty one would leave a maximum
        .forEach(sum::add);
    return sum;
  }

  /**
   * Records the time between two moments. Nothing can be over before it began; when the clocks of
   * the two disagree so, they cannot tell the moments apart: 0. Who records counts them, as {@code
   * negative_times}.
   */
  public static void record(Histogram histogram, long fromNs, long toNs) {
    histogram.recordValue(Math.max(0, toNs - fromNs));
  }
}
