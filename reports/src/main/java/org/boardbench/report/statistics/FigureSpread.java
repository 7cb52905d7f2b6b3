package org.boardbench.report.statistics;

import java.util.List;
import org.boardbench.findings.starts.FigureValue;

/**
 * A figure over the repetitions where some of them may only be lower bounds.
 *
 * @param medianAtLeast whether the median would be greater if such repetitions were
 * @param minAtLeast the same for the least value
 * @param maxAtLeast the same for the greatest value
 */
public record FigureSpread(
    Spread spread, boolean medianAtLeast, boolean minAtLeast, boolean maxAtLeast) {
  static FigureSpread of(List<FigureValue> values) {
    Spread spread = Spread.of(values.stream().mapToDouble(FigureValue::value));
    Spread unbounded =
        Spread.of(
            values.stream().mapToDouble(v -> v.atLeast() ? Double.POSITIVE_INFINITY : v.value()));
    return new FigureSpread(
        spread,
        differ(spread.median(), unbounded.median()),
        differ(spread.min(), unbounded.min()),
        differ(spread.max(), unbounded.max()));
  }

  private static boolean differ(double shown, double unbounded) {
    return Double.compare(shown, unbounded) != 0;
  }
}
