package org.boardbench.statistics;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * How many of those that were counted were so: starts beyond a bound, or messages that were lost.
 * What is counted must be independent of each other: the deliveries of one message are not.
 *
 * @param count from 0 to {@code of}
 * @param of at least 1
 */
public record Share(int count, int of) {
  /** Tables that are equally likely may differ in the last digits. */
  private static final double EQUAL = 1 + 1e-7;

  public Share {
    if (of < 1 || count < 0 || count > of) {
      throw new IllegalArgumentException(
          "count must be from 0 to a number of at least 1: " + count + " of " + of);
    }
  }

  /** What was seen, 0 to 1. */
  public double estimate() {
    return (double) count / of;
  }

  /** The 95 % interval of the true share, 0 to 1. */
  public Interval interval() {
    return interval(Interval.CONFIDENCE);
  }

  /**
   * Clopper and Pearson's interval of the true share, 0 to 1: exact, hence given for any number,
   * even for one, of which it says how little that tells.
   */
  public Interval interval(double confidence) {
    var exact = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(of, count, 1 - confidence);
    return new Interval(exact.getLowerBound(), exact.getUpperBound(), confidence);
  }

  /**
   * What the true share is at most, 0 to 1, all the doubt on this side: of 0 in 3 it is 0.63 at 95
   * %, of 0 in 59 it is 0.05.
   *
   * @param confidence more than 0.5
   */
  public double atMost(double confidence) {
    Interval.checkConfidence(2 * confidence - 1);
    return BinomialConfidenceInterval.CLOPPER_PEARSON
        .fromErrorRate(of, count, 2 * (1 - confidence))
        .getUpperBound();
  }

  /**
   * How many it takes, of which none is so, until the true share is at most this.
   *
   * @param share more than 0
   * @return at least three; empty when it takes more than {@link StartsNeeded#MOST}
   */
  public static OptionalInt neededOfNone(double share, double confidence) {
    return StartsNeeded.least(n -> new Share(0, n).atMost(confidence) <= share);
  }

  /**
   * How likely two shares at least so far apart would be, if both were of one kind: Fisher's exact
   * test, on both sides.
   */
  public double p(Share other) {
    int so = count + other.count;
    var tables = HypergeometricDistribution.of(of + other.of, so, of);
    double seen = tables.probability(count);
    return Math.min(
        1,
        IntStream.rangeClosed(tables.getSupportLowerBound(), tables.getSupportUpperBound())
            .mapToDouble(tables::probability)
            .filter(probability -> probability <= seen * EQUAL)
            .sum());
  }
}
