package org.boardbench.report.table;

import java.util.Map;

/** What readers call the figures whose noise a calibration measures. */
public final class NoiseNames {
  private static final Map<String, String> NAMES =
      Map.of(
          "rtt_p50", "RTT p50",
          "rtt_p95", "RTT p95",
          "rtt_p99", "RTT p99",
          "tps", "TPS",
          "cpu_mean_pct", "CPU mean");

  private NoiseNames() {}

  /** The figure itself when it has no other name. */
  public static String of(String figure) {
    return NAMES.getOrDefault(figure, figure);
  }
}
