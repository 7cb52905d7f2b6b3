package org.boardbench.findings.starts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.boardbench.statistics.Interval;

/** Numbers in a sentence, the same under every locale. */
public final class NumberWords {
  private static final int DIGITS = 3;

  private NumberWords() {}

  /** Three significant digits, and all before the point. */
  public static String of(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    if (exact.signum() == 0) {
      return "0";
    }
    int scale = Math.max(0, DIGITS - exact.precision() + exact.scale());
    BigDecimal rounded = exact.setScale(scale, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** {@code (95 % interval 55.1 to 67.9)}. */
  public static String of(Interval interval) {
    return "("
        + Interval.words(interval.confidence())
        + " interval "
        + of(interval.low())
        + " to "
        + of(interval.high())
        + ")";
  }
}
