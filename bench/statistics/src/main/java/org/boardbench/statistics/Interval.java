package org.boardbench.statistics;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A confidence interval, its ends included, in the unit of what it is of.
 *
 * @param low at most {@code high}
 * @param confidence in how many of all experiments such an interval holds the truth, 0.95 for 95 %
 */
public record Interval(double low, double high, double confidence) implements Bounds {
  /** What is meant where nobody says how sure. */
  public static final double CONFIDENCE = 0.95;

  private static final MathContext CONFIDENCE_DIGITS = new MathContext(3);

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must be at most high: " + low + ", " + high);
    }
    checkConfidence(confidence);
  }

  static void checkConfidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be between 0 and 1: " + confidence);
    }
  }

  /** {@code 95 %}, for readers. */
  public static String words(double confidence) {
    return BigDecimal.valueOf(100 * confidence)
            .round(CONFIDENCE_DIGITS)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Whether no value of this one lies outside. */
  public boolean isWithin(double least, double greatest) {
    return least <= low && high <= greatest;
  }

  /**
   * Of two intervals for one percentile, between starts and over one start's messages, the one that
   * leaves more open: neither knows what the other has seen.
   */
  public Interval wider(Interval other) {
    return other.high - other.low > high - low ? other : this;
  }
}
