package org.boardbench.baseline;

/**
 * One thing that the driver must reach.
 *
 * @param figure what was measured, in words
 * @param most what it may be, in {@code unit}
 */
record Goal(String figure, String unit, double measured, double most) {
  boolean isMet() {
    return measured <= most;
  }
}
