package org.boardbench.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A percentile within one start, over its messages: of 1200 only 12 lie beyond the 99th, which so
 * is uncertain itself. Its interval is between two of the messages, whatever their times are like.
 * It takes messages as independent, and knows nothing of other starts.
 *
 * @param quantile 0.99 for the 99th
 * @param value in the histogram's unit
 * @param messages at least 1
 * @param bounds its 95 % interval, or why there is none
 */
public record Percentile(double quantile, double value, long messages, Bounds bounds) {
  /**
   * Of a histogram of one start.
   *
   * @param buckets in ascending order of their values; all messages of a bucket count as equal
   * @param quantile more than 0, less than 1
   * @throws IllegalArgumentException when there is no message, or more than an int can count, or
   *     the quantile is out of bounds
   */
  public static Percentile of(List<TimeCount> buckets, double quantile) {
    if (!(quantile > 0 && quantile < 1)) {
      throw new IllegalArgumentException("quantile must be between 0 and 1: " + quantile);
    }
    long messages = buckets.stream().mapToLong(TimeCount::count).sum();
    if (messages < 1 || messages > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "messages must be from 1 to " + Integer.MAX_VALUE + ": " + messages);
    }
    return new Percentile(
        quantile,
        // A quantile that is not exact in binary must not take the next message.
        atRank(buckets, (long) Math.ceil(Math.nextDown(quantile) * messages)),
        messages,
        bounds(buckets, quantile, (int) messages));
  }

  private static Bounds bounds(List<TimeCount> buckets, double quantile, int messages) {
    double tail = (1 - Interval.CONFIDENCE) / 2;
    // How many messages are faster than the true percentile: so many at least, so many at most.
    BinomialDistribution faster = BinomialDistribution.of(messages, quantile);
    int least = faster.inverseCumulativeProbability(tail);
    int most = faster.inverseCumulativeProbability(1 - tail);
    if (least < 1 || most + 1 > messages) {
      return new Refusal(
          "needs " + messagesNeeded(quantile, tail) + " messages or more, has " + messages);
    }
    return new Interval(atRank(buckets, least), atRank(buckets, most + 1L), Interval.CONFIDENCE);
  }

  /** So many that all of them on one side of the true percentile would be no chance. */
  private static long messagesNeeded(double quantile, double tail) {
    return (long) Math.ceil(Math.log(tail) / Math.log(Math.max(quantile, 1 - quantile)));
  }

  /** The time of the message that so many, itself included, are not slower than. */
  private static double atRank(List<TimeCount> buckets, long rank) {
    long counted = 0;
    for (TimeCount bucket : buckets) {
      counted += bucket.count();
      if (counted >= rank) {
        return bucket.value();
      }
    }
    throw new IllegalArgumentException("rank must be at most " + counted + ": " + rank);
  }
}
