package org.boardbench.statistics;

import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * How far apart a figure of equal starts is on this machine: what it makes of nothing. A
 * calibration measures it, by trials that differ in nothing.
 *
 * @param deviation the standard deviation of the figure's natural logarithm
 * @param starts that were alike, at least three
 */
public record NoiseFloor(double deviation, int starts) {
  /**
   * Of the values of equal starts; empty where fewer than three measured the figure, or one is 0.
   *
   * @throws IllegalArgumentException when a value is negative or infinite
   */
  public static Optional<NoiseFloor> of(DoubleStream values) {
    double[] measured = Measured.of(values);
    if (measured.length < Refusal.LEAST_STARTS || Measured.hasZero(measured)) {
      return Optional.empty();
    }
    double error = StudentT.ofMean(Measured.logs(measured)).standardError();
    return Optional.of(new NoiseFloor(error * Math.sqrt(measured.length), measured.length));
  }

  /** Two equal variants of so many starts each differ by more in 5 of 100 cases; relative. */
  public double difference(int baseStarts, int otherStarts) {
    return difference(baseStarts, otherStarts, Interval.CONFIDENCE);
  }

  /** The same with another chance of error, 1 − {@code confidence}. */
  public double difference(int baseStarts, int otherStarts, double confidence) {
    return Math.expm1(halfWidth(baseStarts, otherStarts, confidence));
  }

  /** Of the interval of the logarithm of a ratio that is truly 1. */
  double halfWidth(int baseStarts, int otherStarts, double confidence) {
    return StudentT.quantile(confidence, starts - 1)
        * deviation
        * Math.sqrt(1.0 / baseStarts + 1.0 / otherStarts);
  }

  /**
   * How likely equal variants of so many starts would be at least so far apart.
   *
   * @param distance the logarithm of their ratio
   */
  double p(double distance, int baseStarts, int otherStarts) {
    double error = deviation * Math.sqrt(1.0 / baseStarts + 1.0 / otherStarts);
    return new StudentT(distance, error, starts - 1).p(0);
  }
}
