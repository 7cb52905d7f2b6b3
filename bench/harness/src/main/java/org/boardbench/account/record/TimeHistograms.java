package org.boardbench.account.record;

import java.util.Collection;
import java.util.function.Function;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.boardbench.results.row.TimeFigures;

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

  /**
   * What a histogram of times says. Any thread may ask once nothing more is recorded: a run's
   * store, its terminal and its dashboard look at one stage at a time that suits each of them.
   */
  public static TimeFigures figures(AbstractHistogram times) {
    if (times.getTotalCount() == 0) {
      return TimeFigures.NONE;
    }
    return new TimeFigures(
        times.getTotalCount(),
        meanNs(times),
        times.getValueAtPercentile(50),
        times.getValueAtPercentile(95),
        times.getValueAtPercentile(99),
        times.getValueAtPercentile(99.9),
        times.getMaxValue());
  }

  /** HdrHistogram keeps the place of this walk in the histogram itself. */
  private static double meanNs(AbstractHistogram times) {
    synchronized (times) {
      return times.getMean();
    }
  }

  /** How many of the times are longer, by the histogram's three digits. */
  public static long longerThan(Histogram times, long ns) {
    return times.getTotalCount() - times.getCountBetweenValues(0, ns);
  }

  /** An empty one that need not grow while what it records is in time. */
  public static Histogram usual() {
    return upTo(USUAL_MAX_NS);
  }

  /** One of {@code count} times that took nothing. */
  public static Histogram zeros(long count) {
    Histogram zeros = upTo(0);
    zeros.recordValueWithCount(0, count);
    return zeros;
  }

  /** A new one with what each of the {@code parts} has. */
  public static <T> Histogram sum(Collection<T> parts, Function<T, Histogram> histogramOf) {
    Histogram sum = upTo(0);
    parts.forEach(part -> add(sum, histogramOf.apply(part)));
    return sum;
  }

  /** Adds {@code more} to a sum. An empty one would leave a maximum of its own there. */
  static void add(Histogram sum, Histogram more) {
    if (more.getTotalCount() > 0) {
      sum.add(more);
    }
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
