package org.boardbench.report.stored;

/** A figure of a stage, planned or measured: a numeric column of {@code stages.csv}. */
public enum StageFigure {
  BOARDS("boards"),
  PAYLOAD_BYTES("payload_bytes"),
  SENT("sent"),
  DELIVERED("delivered"),
  LOSS_PCT("loss_pct"),
  TPS("tps"),
  RTT_MEAN_MS("rtt_mean_ms"),
  RTT_P50_MS("rtt_p50_ms"),
  RTT_P95_MS("rtt_p95_ms"),
  RTT_P99_MS("rtt_p99_ms"),
  RTT_MAX_MS("rtt_max_ms"),
  DELIVERY_P99_MS("delivery_p99_ms"),
  REACH_100_P50_MS("reach_100_p50_ms"),
  REACH_100_P95_MS("reach_100_p95_ms"),
  RECEIVE_DELAY_MAX_MS("receive_delay_max_ms"),
  CPU_MEAN_PCT("cpu_mean_pct"),
  CPU_MAX_PCT("cpu_max_pct"),
  COMPANION_CPU_MEAN_PCT("companion_cpu_mean_pct"),
  MEMORY_MEAN_MIB("memory_mean_mib"),
  MEMORY_MAX_MIB("memory_max_mib"),
  CPU_US_PER_DELIVERY("cpu_us_per_delivery");

  private final String column;

  StageFigure(String column) {
    this.column = column;
  }

  public String column() {
    return column;
  }
}
