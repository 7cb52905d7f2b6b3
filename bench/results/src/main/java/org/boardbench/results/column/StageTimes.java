package org.boardbench.results.column;

import java.util.function.ToDoubleFunction;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.results.table.Cells;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;

/** Columns of {@code stages.csv}: times of the hold's messages, and how well they are known. */
public final class StageTimes {
  static final Columns<StageRecord> FIRST = Columns.first();

  public static final Column<StageRecord> RTT_MEAN_MS =
      rtt("rtt_mean_ms", "Mean", TimeFigures::meanNs);
  public static final Column<StageRecord> RTT_P50_MS =
      rtt("rtt_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<StageRecord> RTT_P95_MS =
      rtt("rtt_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<StageRecord> RTT_P99_MS =
      rtt("rtt_p99_ms", "99th percentile", TimeFigures::p99Ns);
  public static final Column<StageRecord> RTT_P999_MS =
      rtt("rtt_p999_ms", "99.9th percentile", TimeFigures::p999Ns);
  public static final Column<StageRecord> RTT_MAX_MS =
      rtt("rtt_max_ms", "Greatest", TimeFigures::maxNs);
  public static final Column<StageRecord> SERVICE_MEAN_MS =
      service("service_mean_ms", "Mean", TimeFigures::meanNs);
  public static final Column<StageRecord> SERVICE_P50_MS =
      service("service_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<StageRecord> SERVICE_P95_MS =
      service("service_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<StageRecord> SERVICE_P99_MS =
      service("service_p99_ms", "99th percentile", TimeFigures::p99Ns);
  public static final Column<StageRecord> SERVICE_MAX_MS =
      service("service_max_ms", "Greatest", TimeFigures::maxNs);
  public static final Column<StageRecord> DELIVERY_MEAN_MS =
      delivery("delivery_mean_ms", "Mean", TimeFigures::meanNs);
  public static final Column<StageRecord> DELIVERY_P50_MS =
      delivery("delivery_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<StageRecord> DELIVERY_P95_MS =
      delivery("delivery_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<StageRecord> DELIVERY_P99_MS =
      delivery("delivery_p99_ms", "99th percentile", TimeFigures::p99Ns);
  public static final Column<StageRecord> DELIVERY_P999_MS =
      delivery("delivery_p999_ms", "99.9th percentile", TimeFigures::p999Ns);
  public static final Column<StageRecord> DELIVERY_MAX_MS =
      delivery("delivery_max_ms", "Greatest", TimeFigures::maxNs);
  public static final Column<StageRecord> REACH_FIRST_P50_MS =
      FIRST.ms(
          "reach_first_p50_ms",
          "Median time until a message's first receiver has it.",
          row -> row.times().reach().first(),
          TimeFigures::p50Ns);
  public static final Column<StageRecord> REACH_50_P50_MS =
      FIRST.ms(
          "reach_50_p50_ms",
          "Median time until half of a message's receivers have it.",
          row -> row.times().reach().half(),
          TimeFigures::p50Ns);
  public static final Column<StageRecord> REACH_100_P50_MS =
      reachAll("reach_100_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<StageRecord> REACH_100_P95_MS =
      reachAll("reach_100_p95_ms", "95th percentile of the", TimeFigures::p95Ns);
  public static final Column<StageRecord> REACH_100_P99_MS =
      reachAll("reach_100_p99_ms", "99th percentile of the", TimeFigures::p99Ns);
  public static final Column<StageRecord> SEND_DELAY_P50_MS =
      sendDelay("send_delay_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<StageRecord> SEND_DELAY_P99_MS =
      sendDelay("send_delay_p99_ms", "99th percentile of the", TimeFigures::p99Ns);
  public static final Column<StageRecord> SEND_DELAY_MAX_MS =
      sendDelay("send_delay_max_ms", "Greatest", TimeFigures::maxNs);
  public static final Column<StageRecord> ARRIVAL_CLOCK =
      FIRST.text(
          "arrival_clock",
          "What stamped arrivals: kernel, driver, or mixed; empty when nothing arrived.",
          row -> row.arrivals().clock().orElse(Cells.NOT_MEASURED));
  public static final Column<StageRecord> RECEIVE_DELAY_P50_MS =
      receiveDelay("receive_delay_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<StageRecord> RECEIVE_DELAY_P99_MS =
      receiveDelay("receive_delay_p99_ms", "99th percentile of the", TimeFigures::p99Ns);
  public static final Column<StageRecord> RECEIVE_DELAY_MAX_MS =
      receiveDelay("receive_delay_max_ms", "Greatest", TimeFigures::maxNs);

  private StageTimes() {}

  private static Column<StageRecord> rtt(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return FIRST.ms(
        name,
        figure + " RTT: own message received − its intended send time.",
        row -> row.times().rtt(),
        ns);
  }

  private static Column<StageRecord> service(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return FIRST.ms(
        name,
        figure + " service time: own message received − the time that it was sent.",
        row -> row.times().service(),
        ns);
  }

  private static Column<StageRecord> delivery(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return FIRST.ms(
        name,
        figure + " delivery time: received by anybody − the intended send time.",
        row -> row.times().delivery(),
        ns);
  }

  private static Column<StageRecord> reachAll(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return FIRST.ms(
        name,
        figure + " time until all receivers of a message have it.",
        row -> row.times().reach().all(),
        ns);
  }

  private static Column<StageRecord> sendDelay(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return FIRST.ms(
        name,
        figure + " send delay: sent − the intended send time.",
        row -> row.times().sendDelay(),
        ns);
  }

  /** A clock that stamps a frame when the driver has it can say nothing of the receive delay. */
  private static Column<StageRecord> receiveDelay(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return FIRST.ms(
        name,
        figure + " receive delay: read by the driver − received; only where the kernel tells.",
        row -> row.arrivals().receiveDelay(),
        ns);
  }
}
