package org.boardbench.results.table;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Values as result files write them: '.' decimals everywhere, empty where nothing was measured. */
public final class Cells {
  public static final String NOT_MEASURED = "";

  private static final int MOST_CAUSES = 5;

  private Cells() {}

  public static String decimal(OptionalDouble value, int places) {
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? String.format(Locale.ROOT, "%." + places + "f", value.getAsDouble())
        : NOT_MEASURED;
  }

  static String whole(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : NOT_MEASURED;
  }

  /** As short as it can be said: {@code 1}, {@code 0.5}. */
  public static String shortest(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /**
   * {@code closed 1011 by server ×480; connection reset by server ×3}, the most frequent first. A
   * server has a say in a cause, so that the sign before a count is in no cause itself.
   */
  public static String causes(Map<String, Integer> counts) {
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
}
