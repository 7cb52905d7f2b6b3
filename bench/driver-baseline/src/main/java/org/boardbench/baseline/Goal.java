package org.boardbench.baseline;

/**
 * One thing that the driver must reach.
 *
 * @param figure what was measured, in words
 * @param most what it may be, in {@code unit}
 */
record Goal(String figure, String unit, double measured, double most, boolean met) {
  /** Met by any figure that is not above {@code most}. */
  static Goal atMost(double most, String figure, String unit, double measured) {
    return new Goal(figure, unit, measured, most, measured <= most);
  }
}
