package org.boardbench.view.terminal.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Numbers for a person's eye; files keep the exact ones. */
public final class Figures {
  /** Stands where there is no figure. */
  public static final String NOT_MEASURED = "-";

  private Figures() {}

  /** About three digits: {@code 0.83}, {@code 12.4}, {@code 1240}. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return NOT_MEASURED;
    }
    int places = Math.abs(value) < 9.995 ? 2 : Math.abs(value) < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }

  /**
   * Three significant digits, all digits before the point, and three after it at most, as the
   * report rounds: {@code 0.834}, {@code 12.4}, {@code 1240}.
   */
  public static String rounded(double value) {
    if (!Double.isFinite(value)) {
      return NOT_MEASURED;
    }
    if (value == 0) {
      return "0";
    }
    if (value > 0 && value < 0.001) {
      return "<0.001";
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal three = exact.round(new MathContext(3, RoundingMode.HALF_EVEN));
    int magnitude = three.precision() - three.scale() - 1;
    int decimals = Math.clamp(2 - magnitude, 0, 3);
    return exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** A loss is never rounded to nothing, nor to everything. */
  public static String lossPct(long lost, long expected) {
    if (expected == 0) {
      return NOT_MEASURED;
    }
    if (lost == 0) {
      return "0";
    }
    double pct = 100.0 * (double) lost / (double) expected;
    return pct < 0.01 ? "<0.01" : number(Math.min(pct, lost < expected ? 99.9 : 100));
  }

  /** {@code 1:02:03} or {@code 2:03}. */
  public static String time(Duration duration) {
    long s = duration.toSeconds();
    return s >= 3600
        ? String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60)
        : String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60);
  }

  /** {@code 3 h 10 min}, {@code 12 min}, {@code 40 s}: no finer than an estimate deserves. */
  public static String about(Duration duration) {
    long s = duration.toSeconds();
    if (s >= 3600) {
      return s / 3600 + " h " + s / 60 % 60 + " min";
    }
    return s >= 90 ? (s + 30) / 60 + " min" : s + " s";
  }
}
