package org.boardbench.statistics;

import java.math.BigDecimal;
import java.math.MathContext;

/** Relative differences for readers, the same under every locale. */
final class Percent {
  /** More say nothing of a spread. */
  private static final MathContext DIGITS = new MathContext(2);

  private Percent() {}

  static String of(double relative) {
    return BigDecimal.valueOf(100 * relative).round(DIGITS).stripTrailingZeros().toPlainString()
        + " %";
  }
}
