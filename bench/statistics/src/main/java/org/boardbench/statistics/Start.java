package org.boardbench.statistics;

import java.util.OptionalLong;

/**
 * A figure of one start.
 *
 * @param seed what decided who sent what and when; empty where that is not known
 * @param value in the figure's unit; NaN when it was not measured
 */
public record Start(OptionalLong seed, double value) {
  boolean isMeasured() {
    return !Double.isNaN(value);
  }
}
