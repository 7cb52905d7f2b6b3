package org.boardbench.report.table;

import java.util.Map;
import org.boardbench.results.row.CalibrationFigure;

/** What readers call the figures whose noise a calibration measures. */
public final class NoiseNames {
  private static final Map<String, String> NAMES =
      Map.of(
          CalibrationFigure.RTT_P50, "RTT p50",
          CalibrationFigure.RTT_P95, "RTT p95",
          CalibrationFigure.RTT_P99, "RTT p99",
          CalibrationFigure.TPS, "TPS",
          CalibrationFigure.CPU_MEAN_PCT, "CPU mean",
          CalibrationFigure.DELIVERY_P99, "delivery p99",
          CalibrationFigure.REACH_100_P95, "reach p95",
          CalibrationFigure.MEMORY_MAX_MIB, "memory max",
          CalibrationFigure.CPU_US_PER_DELIVERY, "CPU/delivery");

  private NoiseNames() {}

  /** The figure itself when it has no other name. */
  public static String of(String figure) {
    return NAMES.getOrDefault(figure, figure);
  }
}
