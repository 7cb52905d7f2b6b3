package org.boardbench.results.table;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.statistics.descriptive.Median;

/** The median of numbers that tables hold as decimals. */
public final class DecimalMedian {
  /** As many as a double keeps of any decimal. */
  private static final MathContext DIGITS = new MathContext(15);

  private DecimalMedian() {}

  /**
   * The middle value; of an even number the mean of the middle two, with no digit that halving
   * their sum does not make.
   *
   * @return NaN for no values; infinite where a value in the middle is
   */
  public static double of(double... values) {
    double median = Median.withDefaults().withCopy(true).evaluate(values);
    return Double.isFinite(median) ? new BigDecimal(median).round(DIGITS).doubleValue() : median;
  }
}
