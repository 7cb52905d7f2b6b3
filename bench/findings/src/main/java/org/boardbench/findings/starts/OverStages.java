package org.boardbench.findings.starts;

import java.util.Arrays;

/** How one number of a start is made of several stages. */
public enum OverStages {
  GREATEST("greatest"),
  LEAST("least"),
  /** Geometric, so that each stage has the same say. */
  MEAN("mean");

  private final String word;

  OverStages(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** NaN of no values, and where one is NaN. */
  double of(double[] values) {
    return switch (this) {
      case GREATEST -> Arrays.stream(values).max().orElse(Double.NaN);
      case LEAST -> Arrays.stream(values).min().orElse(Double.NaN);
      // What is of one stage is shown as it was stored.
      case MEAN -> values.length == 1 ? values[0] : geometricMean(values);
    };
  }

  private static double geometricMean(double[] values) {
    return Math.exp(Arrays.stream(values).map(Math::log).average().orElse(Double.NaN));
  }
}
