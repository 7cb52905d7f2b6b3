package org.boardbench.results.row;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What a histogram of times says, in nanoseconds. With {@code count} 0 nothing was measured and the
 * other components mean nothing: writers leave their cells empty.
 */
public record TimeFigures(
    long count, double meanNs, long p50Ns, long p95Ns, long p99Ns, long p999Ns, long maxNs) {
  public static final TimeFigures NONE = new TimeFigures(0, 0, 0, 0, 0, 0, 0);

  private static final double NS_PER_MS = 1e6;

  public boolean isMeasured() {
    return count > 0;
  }

  /** One of them in milliseconds; empty when nothing was measured. */
  public OptionalDouble inMs(ToDoubleFunction<TimeFigures> ns) {
    return isMeasured()
        ? OptionalDouble.of(ns.applyAsDouble(this) / NS_PER_MS)
        : OptionalDouble.empty();
  }
}
