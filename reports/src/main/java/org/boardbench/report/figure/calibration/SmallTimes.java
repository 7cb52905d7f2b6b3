package org.boardbench.report.figure.calibration;

import java.util.stream.DoubleStream;
import org.boardbench.report.chart.Axis;

/** Times of a calibration in ms, which always stand on a logarithmic axis. */
final class SmallTimes {
  /** What is stored is rounded to it, so that 0 means less than this. */
  static final double RESOLUTION_MS = 0.001;

  private static final double EDGE = 1e-9;

  private SmallTimes() {}

  /** Where a time stands on the axis; NaN stays NaN. */
  static double placed(double ms) {
    return Math.max(RESOLUTION_MS, Math.abs(ms));
  }

  /** Whole decades around all values, which are {@link #placed} ones; NaN counts for nothing. */
  static Axis axis(String title, DoubleStream values) {
    double[] sorted = values.filter(value -> !Double.isNaN(value)).sorted().toArray();
    double min = Math.floor(Math.log10(sorted[0]) + EDGE);
    double max = Math.ceil(Math.log10(sorted[sorted.length - 1]) - EDGE);
    return new Axis(title, Math.pow(10, min), Math.pow(10, Math.max(max, min + 1)), true);
  }
}
