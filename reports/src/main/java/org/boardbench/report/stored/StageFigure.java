package org.boardbench.report.stored;

/**
 * A figure of a stage, planned or measured: a numeric column of {@code stages.csv}. Runs of older
 * versions lack the optional ones, which then are not measured.
 */
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
  CPU_US_PER_DELIVERY("cpu_us_per_delivery"),
  JOINED("joined"),
  CONNECT_FAILURES("connect_failures"),
  DISCONNECTS("disconnects"),
  RECONNECTS("reconnects", true),
  UNSERVED("unserved", true),
  OWED("owed", true),
  OWED_LOST_PCT("owed_lost_pct", true),
  CONNECT_P50_MS("connect_p50_ms", true),
  CONNECT_P99_MS("connect_p99_ms", true),
  JOIN_P99_MS("join_p99_ms", true),
  RTT_COVERAGE_PCT("rtt_coverage_pct", true),
  RTT_P95_CENSORED_MS("rtt_p95_censored_ms", true),
  REACH_100_COVERAGE_PCT("reach_100_coverage_pct", true),
  CORES_AVAILABLE("cores_available", true),
  BUSIEST_THREAD_PCT("busiest_thread_pct", true),
  TARGET_RUN_DELAY_PCT("target_run_delay_pct", true),
  FOREIGN_CPU_PCT("foreign_cpu_pct", true);

  private final String column;
  private final boolean optional;

  StageFigure(String column) {
    this(column, false);
  }

  StageFigure(String column, boolean optional) {
    this.column = column;
    this.optional = optional;
  }

  public String column() {
    return column;
  }

  /** Whether runs of older versions lack the column. */
  public boolean isOptional() {
    return optional;
  }
}
