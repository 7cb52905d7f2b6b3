package org.boardbench.report.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalInt;

/** Numbers for readers, the same under every locale; NaN is empty. */
public final class NumberText {
  private static final int DIGITS = 3;
  private static final double SMALLEST = 0.001;

  private NumberText() {}

  /**
   * Three significant digits, all digits before the point, and three after it at most: what is less
   * says so and does not become zero.
   */
  public static String rounded(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    if (exact.signum() == 0) {
      return "0";
    }
    if (value > 0 && value < SMALLEST) {
      return "<0.001";
    }
    int decimals = Math.clamp(DIGITS - 1 - magnitude(exact), 0, DIGITS);
    return exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /**
   * How many there were: a whole number has no decimals; a median between two such may have one.
   */
  public static String count(double value) {
    return value == Math.rint(value) ? exact(value) : rounded(value);
  }

  /** Empty when there is none. */
  public static String count(OptionalInt count) {
    return count.isPresent() ? Integer.toString(count.getAsInt()) : "";
  }

  /** All digits that were stored. */
  public static String exact(double value) {
    return Double.isNaN(value)
        ? ""
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** So many decimals at most, for what was computed and has digits that nothing has measured. */
  public static String toDecimals(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** The power of ten of the first digit, after rounding: 9.999 counts as 10. */
  private static int magnitude(BigDecimal value) {
    BigDecimal rounded = value.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    return rounded.precision() - rounded.scale() - 1;
  }
}
