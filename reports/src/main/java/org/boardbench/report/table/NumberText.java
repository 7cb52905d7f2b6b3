package org.boardbench.report.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Numbers for readers, the same under every locale; NaN is empty. */
public final class NumberText {
  private static final int DIGITS = 3;
  private static final double SMALLEST = 0.001;
  private static final int LEAST_GROUPED = 5;
  private static final Pattern GROUPS = Pattern.compile("\\d(?=(\\d{3})+$)");

  private NumberText() {}

  /**
   * Three significant digits, all digits before the point, and three after it at most: what is less
   * says so and does not become zero. Long ones have their thousands apart.
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
    return grouped(exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
  }

  /**
   * How many there were: a whole number has no decimals; a median between two such may have one.
   */
  public static String count(double value) {
    return value == Math.rint(value) ? whole(value) : rounded(value);
  }

  /** All digits that were stored, thousands apart: {@code 101,000}. */
  public static String whole(double value) {
    return grouped(exact(value));
  }

  /** Four digits read well without. */
  private static String grouped(String plain) {
    int point = plain.indexOf('.');
    int end = point < 0 ? plain.length() : point;
    if (end - (plain.startsWith("-") ? 1 : 0) < LEAST_GROUPED) {
      return plain;
    }
    return GROUPS.matcher(plain.substring(0, end)).replaceAll("$0,") + plain.substring(end);
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
