package org.boardbench.findings.starts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.boardbench.statistics.Interval;

/**
 * The numbers of which a claim says that the true one is among them. Its ends do not belong to it.
 *
 * @param low −∞ where it has no lower end
 * @param high more than {@code low}; ∞ where it has no upper end
 */
public record Region(double low, double high) {
  private static final int PLACES = 3;
  private static final double SMALL = 0.01;
  private static final MathContext DIGITS = new MathContext(PLACES);

  public Region {
    if (!(low < high)) {
      throw new IllegalArgumentException("low must be less than high: " + low + ", " + high);
    }
  }

  public static Region below(double high) {
    return new Region(Double.NEGATIVE_INFINITY, high);
  }

  public static Region above(double low) {
    return new Region(low, Double.POSITIVE_INFINITY);
  }

  /**
   * A ratio near 1.
   *
   * @param counts the least relative difference that matters, more than 0
   */
  public static Region same(double counts) {
    return new Region(1 / (1 + counts), 1 + counts);
  }

  public boolean holds(double value) {
    return low < value && value < high;
  }

  /** Empty where nothing was measured, or a value that may be greater leaves it open. */
  public Optional<Boolean> holds(FigureValue shown) {
    if (Double.isNaN(shown.value())) {
      return Optional.empty();
    }
    boolean holds = holds(shown.value());
    boolean isKnown =
        !shown.atLeast() || shown.value() >= high || (holds && high == Double.POSITIVE_INFINITY);
    return isKnown ? Optional.of(holds) : Optional.empty();
  }

  public boolean holdsAll(Interval interval) {
    return low < interval.low() && (high == Double.POSITIVE_INFINITY || interval.high() < high);
  }

  public boolean holdsNone(Interval interval) {
    return interval.high() <= low || interval.low() >= high;
  }

  public boolean hasLow() {
    return low != Double.NEGATIVE_INFINITY;
  }

  public boolean hasHigh() {
    return high != Double.POSITIVE_INFINITY;
  }

  /**
   * {@code below 1 %}, {@code above 3}, {@code between 1 and 3 %}.
   *
   * @param unit empty for what has none
   */
  public String words(String unit) {
    String behind = unit.isEmpty() ? "" : " " + unit;
    if (!hasLow()) {
      return "below " + number(high) + behind;
    }
    return (hasHigh() ? "between " + number(low) + " and " + number(high) : "above " + number(low))
        + behind;
  }

  private static String number(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal rounded =
        value < SMALL ? exact.round(DIGITS) : exact.setScale(PLACES, RoundingMode.HALF_EVEN);
    return rounded.stripTrailingZeros().toPlainString();
  }

  /** The ends that it has. */
  public DoubleStream edges() {
    return DoubleStream.of(low, high).filter(Double::isFinite);
  }
}
