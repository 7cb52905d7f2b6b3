package org.boardbench.results.row;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One row of {@code calibration.csv}.
 *
 * @param name the case within its part: {@code drop}, {@code delay-10ms}, {@code 300u-10b}
 * @param repetition the step of a search or the trial, from 1; empty for what sums them up
 */
public record CalibrationRow(
    CalibrationPart part,
    String name,
    int users,
    int boards,
    OptionalDouble ratePerUser,
    OptionalInt repetition,
    CalibrationValue finding) {

  /** {@code drop lost: truth 34 deliveries, measured 35, error 1, bound 0}. */
  @Override
  public String toString() {
    return name + " " + finding;
  }
}
