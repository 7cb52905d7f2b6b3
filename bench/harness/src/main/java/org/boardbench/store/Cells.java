package org.boardbench.store;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.boardbench.measure.TimeSummary;

/**
 * Numbers as result files write them: '.' decimals everywhere, empty where nothing was measured.
 */
final class Cells {
  static final String NOT_MEASURED = "";

  private static final int MOST_CAUSES = 5;

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

  /**
   * {@code closed 1011 by server ×480; connection reset by server ×3}, the most frequent first. A
   * server has a say in a cause, so that the sign before a count is in no cause itself.
   */
  static String causes(Map<String, Integer> counts) {
    String most =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_CAUSES)
            .map(cause -> cause.getKey().replace('×', 'x') + " ×" + cause.getValue())
            .collect(Collectors.joining("; "));
    int more = counts.size() - MOST_CAUSES;
    return more > 0 ? most + "; … and " + more + " more" : most;
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
