package org.boardbench.store;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.boardbench.measure.TimeSummary;

/**
 * Numbers as result files write them: '.' decimals everywhere, empty where nothing was measured.
 */
final class Cells {
  static final String NOT_MEASURED = "";

  private Cells() {}

  static String decimal(double value, int places) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%." + places + "f", value)
        : NOT_MEASURED;
  }

  static String decimal(OptionalDouble value, int places) {
    return value.isPresent() ? decimal(value.getAsDouble(), places) : NOT_MEASURED;
  }

  static String whole(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : NOT_MEASURED;
  }

  /** {@code count} each second; empty for a time without length. */
  static String perSecond(long count, double seconds, int places) {
    return seconds == 0 ? NOT_MEASURED : decimal((double) count / seconds, places);
  }

  /** {@code part} in percent of {@code whole}; empty where there was nothing to have a part of. */
  static String pct(long part, long whole) {
    return whole == 0 ? NOT_MEASURED : decimal(100.0 * (double) part / (double) whole, 4);
  }

  /** As short as it can be said: {@code 1}, {@code 0.5}. */
  static String shortest(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /** Nanoseconds as milliseconds. */
  static String ms(double ns) {
    return decimal(ns / 1e6, 3);
  }

  /** One of a summary's times as milliseconds. */
  static String ms(TimeSummary summary, ToDoubleFunction<TimeSummary> ns) {
    return Optional.of(summary)
        .filter(TimeSummary::isMeasured)
        .map(measured -> ms(ns.applyAsDouble(measured)))
        .orElse(NOT_MEASURED);
  }
}
