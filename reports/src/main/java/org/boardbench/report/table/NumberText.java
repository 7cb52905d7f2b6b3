package org.boardbench.report.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for readers, the same under every locale; NaN is empty. */
final class NumberText {
  private static final int DIGITS = 3;

  private NumberText() {}

  /** Three significant digits, and all digits before the point. */
  static String rounded(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    if (exact.signum() == 0) {
      return "0";
    }
    int decimals = Math.max(0, DIGITS - 1 - magnitude(exact));
    return exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** All digits that were stored. */
  static String exact(double value) {
    return Double.isNaN(value)
        ? ""
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** The power of ten of the first digit, after rounding: 9.999 counts as 10. */
  private static int magnitude(BigDecimal value) {
    BigDecimal rounded = value.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    return rounded.precision() - rounded.scale() - 1;
  }
}
