package org.boardbench.statistics;

import java.util.List;
import java.util.OptionalLong;

/**
 * A figure of one start.
 *
 * @param seed what decided who sent what and when; empty where that is not known
 * @param value in the figure's unit; NaN when it was not measured
 * @param messages how far its own messages leave it open: half of the 95 % interval of its
 *     logarithm, see {@link Percentile}; NaN where nobody can say
 */
public record Start(OptionalLong seed, double value, double messages) {
  /** Of which only the value is known. */
  public Start(OptionalLong seed, double value) {
    this(seed, value, Double.NaN);
  }

  /** The same, beside starts of which none belongs to it. */
  public Start unpaired() {
    return new Start(OptionalLong.empty(), value, messages);
  }

  boolean isMeasured() {
    return !Double.isNaN(value);
  }

  /**
   * The standard error of the mean of their logarithms that is due to messages alone; 0 as far as
   * nobody can say.
   */
  static double errorOfMessages(List<Start> starts) {
    double squares =
        starts.stream()
            .mapToDouble(Start::messages)
            .filter(half -> !Double.isNaN(half))
            .map(half -> half / StudentT.normalQuantile(Interval.CONFIDENCE))
            .map(error -> error * error)
            .sum();
    return Math.sqrt(squares) / starts.size();
  }
}
