package org.boardbench.calibrate;

import org.boardbench.results.row.CalibrationValue;

/** Times as the rows of a calibration have them. */
final class Milliseconds {
  static final String UNIT = "ms";

  private static final double NS = 1e6;

  private Milliseconds() {}

  static double of(long ns) {
    return ns / NS;
  }

  /** A time without a truth to hold it against. */
  static CalibrationValue finding(String figure, long ns) {
    return CalibrationValue.of(figure, UNIT, of(ns));
  }
}
