package org.boardbench.results.reason;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Why a row is invalid.
 *
 * @param measured in the unit of the code's bound
 * @param bound likewise
 */
public record Reason(Code code, double measured, double bound) {
  private static final int DIGITS = 3;

  /** {@code run-delay 12.3 % > 5 %}; the two figures never look alike. */
  public String text() {
    int digits = DIGITS;
    while (shown(measured, digits).equals(shown(bound, digits)) && measured != bound) {
      digits++;
    }
    return code.key()
        + " "
        + shown(measured, digits)
        + (measured > bound ? " > " : " < ")
        + shown(bound, digits);
  }

  /** No digit of a whole number is dropped. */
  private String shown(double value, int digits) {
    BigDecimal exact = BigDecimal.valueOf(value);
    int wholeDigits = exact.precision() - exact.scale();
    String number =
        exact
            .round(new MathContext(Math.max(digits, wholeDigits), RoundingMode.HALF_UP))
            .stripTrailingZeros()
            .toPlainString();
    String sign = code.bound().unit().sign();
    return sign.isEmpty() ? number : number + " " + sign;
  }
}
