package org.boardbench.report.chart;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers at an axis: as short as they can be, the same under every locale. */
final class TickLabel {
  private static final double MS_PER_S = 1000;

  private TickLabel() {}

  /** {@code 0.5}, {@code 800}, {@code 20k}, {@code 1.5M}. */
  static String of(double value) {
    double size = Math.abs(value);
    if (size >= 1_000_000) {
      return plain(value / 1_000_000) + "M";
    }
    // Four digits are shorter as they are than 1.2k.
    return size >= 10_000 ? plain(value / 1000) + "k" : plain(value);
  }

  /** Of milliseconds, each with the unit that suits it: {@code 0}, {@code 800 ms}, {@code 20 s}. */
  static String ofLongTime(double ms) {
    if (ms == 0) {
      return plain(ms);
    }
    return Math.abs(ms) >= MS_PER_S ? plain(ms / MS_PER_S) + " s" : plain(ms) + " ms";
  }

  private static String plain(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(6));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
