package org.boardbench.report;

import java.util.Locale;

/**
 * What the users of a synthetic stage live through: nothing until their server is overloaded; then
 * some are dropped in the middle of the stage, most of whom come back, and others are refused.
 *
 * @param overload 0 where the server keeps up
 */
record SyntheticUsers(String server, int planned, double overload) {
  static final String STAGE_HEADER =
      ",reconnects,unserved,owed,owed_lost_pct,connect_p50_ms,connect_p99_ms,join_p99_ms,"
          + "rtt_coverage_pct,rtt_p95_censored_ms,reach_100_coverage_pct,connect_failure_causes,"
          + "disconnect_causes,negative_times,cores_available,busiest_thread_pct,"
          + "target_run_delay_pct,foreign_cpu_pct,bottleneck,receive_buffer_max_pct";
  static final String TIMELINE_HEADER = ",owed,unserved,disconnects,reconnects";

  private static final double DROPS_FROM = 1.2;
  private static final double REFUSES_FROM = 3.5;
  private static final int RESETS = 3;

  int dropped() {
    return overload > DROPS_FROM ? (int) (planned * overload / 20) : 0;
  }

  int refused() {
    return overload > REFUSES_FROM ? planned / 25 : 0;
  }

  private int reconnects() {
    return dropped() * 3 / 4;
  }

  /** The part of the users that is connected, over the hold. */
  double connected() {
    return 1 - (dropped() * 0.5 + refused()) / planned;
  }

  /** Deliveries that are due in a second while all planned users are there. */
  private double owed() {
    return planned * planned / 10.0;
  }

  /** Deliveries that are due in a second at those who are connected. */
  double expected() {
    return owed() * connected() * connected();
  }

  /**
   * The last cells of a row of {@code stages.csv}.
   *
   * @param lossPct of what was expected
   */
  String stageCells(double rttP95Ms, double lossPct, double cpuPct) {
    double arrived = 1 - lossPct / 100;
    return ","
        + String.join(
            ",",
            Integer.toString(reconnects()),
            number(planned * 60 * (1 - connected())),
            number(owed() * 60),
            number(100 * (1 - connected() * connected() * arrived)),
            number(1.2 + overload),
            number(9 + 90 * overload),
            number(12 + 120 * overload),
            number(100 * connected() * arrived),
            number(rttP95Ms * (1 + lossPct / 20)),
            number(100 * connected() * Math.max(0, 1 - 4 * lossPct / 100)),
            refused() > 0 ? "connection refused ×" + refused() : "",
            dropped() > 0 ? disconnectCauses() : "",
            "0",
            "1.600",
            number(Math.min(99, cpuPct)),
            number(4 * overload),
            "1.250",
            bottleneck(),
            "12.500");
  }

  /** As a server may word it. */
  private String disconnectCauses() {
    return "closed 1011 by server: <b>slow</b> & gone ×"
        + (dropped() - RESETS)
        + "; connection reset by server ×"
        + RESETS;
  }

  private String bottleneck() {
    if (overload == 0) {
      return "";
    }
    return switch (server) {
      case "fastapi" -> "thread";
      case "fastapi-workers-redis" -> "cores";
      case "node-ws-cluster-redis" -> "companion";
      default -> "none";
    };
  }

  /**
   * The last cells of a row of {@code timeline.csv}.
   *
   * @param i the second within the stage of {@code seconds}
   * @param held the part of the second that belongs to the hold; before it, nothing is owed
   */
  String secondCells(int i, int seconds, double held) {
    return ","
        + String.join(
            ",",
            held == 0 ? "" : number(held * owed()),
            number(planned * (1 - connected())),
            Integer.toString(i == seconds / 2 ? dropped() : 0),
            Integer.toString(i == seconds - 1 ? reconnects() : 0));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
