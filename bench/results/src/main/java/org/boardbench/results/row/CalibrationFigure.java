package org.boardbench.results.row;

/** What calibrations call the figures that somebody looks for in {@code calibration.csv}. */
public final class CalibrationFigure {
  /** How often the server says that it made the fault. */
  public static final String INJECTED = "injected";

  public static final String RTT_P50 = "rtt_p50";
  public static final String RTT_P95 = "rtt_p95";
  public static final String RTT_P99 = "rtt_p99";
  public static final String RTT_MAX = "rtt_max";
  public static final String TPS = "tps";
  public static final String CPU_MEAN_PCT = "cpu_mean_pct";
  public static final String DELIVERY_P99 = "delivery_p99";
  public static final String REACH_100_P95 = "reach_100_p95";
  public static final String MEMORY_MAX_MIB = "memory_max_mib";
  public static final String CPU_US_PER_DELIVERY = "cpu_us_per_delivery";

  /** What one rate that was tried led to. */
  public static final String DELIVERIES_PER_S = "deliveries_per_s";

  public static final String SEND_DELAY_P99_MS = "send_delay_p99_ms";

  /** The highest rate at which the driver was honest. */
  public static final String LIMIT = "limit_deliveries_per_s";

  /** Follows the name of a figure whose values are compared. */
  public static final String SPREAD = "_spread";

  /** Precede the name of a figure: driver and server on the same cores, or each on its own. */
  public static final String SHARED = "shared_";

  public static final String APART = "apart_";

  private CalibrationFigure() {}
}
