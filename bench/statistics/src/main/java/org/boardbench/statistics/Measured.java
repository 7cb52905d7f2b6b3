package org.boardbench.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The values of a figure that starts measured. */
final class Measured {
  private Measured() {}

  /**
   * Those that are not NaN.
   *
   * @throws IllegalArgumentException when one is negative or infinite: no figure of a start is
   */
  static double[] of(DoubleStream values) {
    double[] measured = values.filter(value -> !Double.isNaN(value)).toArray();
    for (double value : measured) {
      if (!(value >= 0 && Double.isFinite(value))) {
        throw new IllegalArgumentException("value must be finite and not negative: " + value);
      }
    }
    return measured;
  }

  static boolean hasZero(double[] values) {
    return Arrays.stream(values).anyMatch(value -> value == 0);
  }

  static double[] logs(double[] values) {
    return Arrays.stream(values).map(Math::log).toArray();
  }
}
