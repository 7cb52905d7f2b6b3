package org.boardbench.results.column;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.results.table.Cells;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;

/** Columns of {@code stages.csv}: times of the hold's messages, and how well they are known. */
public final class StageTimes {
  static final Columns<StageRecord> FIRST = Columns.first();

  private static final Timed RTT =
      new Timed("RTT: own message received − its intended send time.", row -> row.times().rtt());
  private static final Timed SERVICE =
      new Timed(
          "service time: own message received − the time that it was sent.",
          row -> row.times().service());
  private static final Timed DELIVERY =
      new Timed(
          "delivery time: received by anybody − the intended send time.",
          row -> row.times().delivery());
  private static final Timed REACH_ALL =
      new Timed("time until all receivers of a message have it.", row -> row.times().reach().all());
  private static final Timed SEND_DELAY =
      new Timed("send delay: sent − the intended send time.", row -> row.times().sendDelay());

  /** A clock that stamps a frame when the driver has it can say nothing of the receive delay. */
  private static final Timed RECEIVE_DELAY =
      new Timed(
          "receive delay: read by the driver − received; only where the kernel tells.",
          row -> row.arrivals().receiveDelay());

  public static final Column<StageRecord> RTT_MEAN_MS =
      RTT.column("rtt_mean_ms", "Mean", TimeFigures::meanNs);
  public static final Column<StageRecord> RTT_P50_MS =
      RTT.column("rtt_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<StageRecord> RTT_P95_MS =
      RTT.column("rtt_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<StageRecord> RTT_P99_MS =
      RTT.column("rtt_p99_ms", "99th percentile", TimeFigures::p99Ns);
  public static final Column<StageRecord> RTT_P999_MS =
      RTT.column("rtt_p999_ms", "99.9th percentile", TimeFigures::p999Ns);
  public static final Column<StageRecord> RTT_MAX_MS =
      RTT.column("rtt_max_ms", "Greatest", TimeFigures::maxNs);
  public static final Column<StageRecord> SERVICE_MEAN_MS =
      SERVICE.column("service_mean_ms", "Mean", TimeFigures::meanNs);
  public static final Column<StageRecord> SERVICE_P50_MS =
      SERVICE.column("service_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<StageRecord> SERVICE_P95_MS =
      SERVICE.column("service_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<StageRecord> SERVICE_P99_MS =
      SERVICE.column("service_p99_ms", "99th percentile", TimeFigures::p99Ns);
  public static final Column<StageRecord> SERVICE_MAX_MS =
      SERVICE.column("service_max_ms", "Greatest", TimeFigures::maxNs);
  public static final Column<StageRecord> DELIVERY_MEAN_MS =
      DELIVERY.column("delivery_mean_ms", "Mean", TimeFigures::meanNs);
  public static final Column<StageRecord> DELIVERY_P50_MS =
      DELIVERY.column("delivery_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<StageRecord> DELIVERY_P95_MS =
      DELIVERY.column("delivery_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<StageRecord> DELIVERY_P99_MS =
      DELIVERY.column("delivery_p99_ms", "99th percentile", TimeFigures::p99Ns);
  public static final Column<StageRecord> DELIVERY_P999_MS =
      DELIVERY.column("delivery_p999_ms", "99.9th percentile", TimeFigures::p999Ns);
  public static final Column<StageRecord> DELIVERY_MAX_MS =
      DELIVERY.column("delivery_max_ms", "Greatest", TimeFigures::maxNs);
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
      REACH_ALL.column("reach_100_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<StageRecord> REACH_100_P95_MS =
      REACH_ALL.column("reach_100_p95_ms", "95th percentile of the", TimeFigures::p95Ns);
  public static final Column<StageRecord> REACH_100_P99_MS =
      REACH_ALL.column("reach_100_p99_ms", "99th percentile of the", TimeFigures::p99Ns);
  public static final Column<StageRecord> SEND_DELAY_P50_MS =
      SEND_DELAY.column("send_delay_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<StageRecord> SEND_DELAY_P99_MS =
      SEND_DELAY.column("send_delay_p99_ms", "99th percentile of the", TimeFigures::p99Ns);
  public static final Column<StageRecord> SEND_DELAY_MAX_MS =
      SEND_DELAY.column("send_delay_max_ms", "Greatest", TimeFigures::maxNs);
  public static final Column<StageRecord> ARRIVAL_CLOCK =
      FIRST.text(
          "arrival_clock",
          "What stamped arrivals: kernel, driver, or mixed; empty when nothing arrived.",
          row -> row.arrivals().clock().orElse(Cells.NOT_MEASURED));
  public static final Column<StageRecord> RECEIVE_DELAY_P50_MS =
      RECEIVE_DELAY.column("receive_delay_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<StageRecord> RECEIVE_DELAY_P99_MS =
      RECEIVE_DELAY.column("receive_delay_p99_ms", "99th percentile of the", TimeFigures::p99Ns);
  public static final Column<StageRecord> RECEIVE_DELAY_MAX_MS =
      RECEIVE_DELAY.column("receive_delay_max_ms", "Greatest", TimeFigures::maxNs);

  private StageTimes() {}

  /**
   * What is timed, of which there are several figures.
   *
   * @param words behind the figure's name, to the end of the sentence
   */
  private record Timed(String words, Function<StageRecord, TimeFigures> times) {
    Column<StageRecord> column(String name, String figure, ToDoubleFunction<TimeFigures> ns) {
      return FIRST.ms(name, figure + " " + words, times, ns);
    }
  }
}
