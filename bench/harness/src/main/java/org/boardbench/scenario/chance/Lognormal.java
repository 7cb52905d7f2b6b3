package org.boardbench.scenario.chance;

/**
 * Numbers whose logarithms are normal: most are near the median, a few are many times as large.
 *
 * @param median half of the numbers are below; above 0
 * @param sigma deviation of the logarithms; 0: all are the median
 */
public record Lognormal(double median, double sigma) {
  public double draw(Chance chance) {
    return atNormal(chance.normal());
  }

  /** The number whose logarithm is {@code normal} deviations above the mean one. */
  public double atNormal(double normal) {
    return median * StrictMath.exp(sigma * normal);
  }

  public double mean() {
    return median * StrictMath.exp(sigma * sigma / 2);
  }

  /** The mean of the squares. */
  public double meanSquare() {
    return median * median * StrictMath.exp(2 * sigma * sigma);
  }
}
