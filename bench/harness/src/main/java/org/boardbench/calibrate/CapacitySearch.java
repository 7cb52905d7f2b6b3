package org.boardbench.calibrate;

import java.util.OptionalDouble;

/**
 * Finds the highest rate at which the driver is honest: up by a factor while it is, down by the
 * same factor while it never was, and once the limit lies between two steps, one more step in the
 * geometric middle of them.
 */
final class CapacitySearch {
  private final double factor;
  private final double lowest;
  private final double highest;
  private double next;
  private OptionalDouble honest = OptionalDouble.empty();
  private OptionalDouble dishonest = OptionalDouble.empty();
  private boolean hasRefined;
  private boolean isOver;

  /**
   * @param start the first rate that is tried, from {@code lowest} to {@code highest}
   */
  CapacitySearch(double start, double factor, double lowest, double highest) {
    this.next = start;
    this.factor = factor;
    this.lowest = lowest;
    this.highest = highest;
  }

  boolean isOver() {
    return isOver;
  }

  /** The rate to try now. */
  double next() {
    return next;
  }

  /** What came of it. */
  void tried(boolean wasHonest) {
    if (wasHonest) {
      honest = OptionalDouble.of(Math.max(next, honest.orElse(next)));
    } else {
      dishonest = OptionalDouble.of(Math.min(next, dishonest.orElse(next)));
    }
    if (honest.isPresent() && dishonest.isPresent()) {
      isOver = hasRefined;
      hasRefined = true;
      next = Math.sqrt(honest.getAsDouble() * dishonest.getAsDouble());
    } else if (wasHonest) {
      isOver = next >= highest;
      next = Math.min(highest, next * factor);
    } else {
      isOver = next <= lowest;
      next = Math.max(lowest, next / factor);
    }
  }

  /** The highest rate that was honest; 0 when none was. */
  double limit() {
    return honest.orElse(0);
  }
}
