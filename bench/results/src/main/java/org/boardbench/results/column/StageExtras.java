package org.boardbench.results.column;

import static org.boardbench.results.table.Units.MS;
import static org.boardbench.results.table.Units.PCT;
import static org.boardbench.results.table.Units.PCT_OF_CORE;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.StageRecord.Between;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.results.table.Cells;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;

/** Columns of {@code stages.csv} that came later. A new one comes last. */
public final class StageExtras {
  private static final double NS_PER_MS = 1e6;

  static final Columns<StageRecord> SECOND = Columns.<StageRecord>first().edition(2);

  public static final Column<StageRecord> SHARED_STAMP_PCT =
      SECOND.decimal(
          "shared_stamp_pct",
          PCT,
          2,
          "Frames whose time of arrival is that of a later frame in the same read.",
          row -> row.arrivals().sharedStampPct());

  private static final Columns<StageRecord> FOURTH = SECOND.edition(4);

  public static final Column<StageRecord> RECONNECTS =
      FOURTH.count(
          "reconnects", "Times that a dropped user joined again.", row -> row.users().reconnects());
  public static final Column<StageRecord> UNSERVED =
      FOURTH.count(
          "unserved",
          "Scheduled messages not sent because the server had no connection for the user, or took no"
              + " more bytes.",
          row -> row.owed().unserved());
  public static final Column<StageRecord> OWED =
      FOURTH.count(
          "owed",
          "Deliveries that the schedule would have had, had every planned user stayed joined; who left"
              + " on purpose is not planned until it comes again.",
          row -> row.owed().deliveries());
  public static final Column<StageRecord> OWED_LOST_PCT =
      FOURTH.share(
          "owed_lost_pct",
          "What of the owed did not arrive.",
          row -> row.owed().deliveries() - row.hold().delivered(),
          row -> row.owed().deliveries());
  public static final Column<StageRecord> CONNECT_P50_MS =
      FOURTH.ms(
          "connect_p50_ms",
          "Median time from a connection's first packet to the end of the handshake.",
          row -> row.users().connect(),
          TimeFigures::p50Ns);
  public static final Column<StageRecord> CONNECT_P99_MS =
      FOURTH.ms(
          "connect_p99_ms",
          "99th percentile of it.",
          row -> row.users().connect(),
          TimeFigures::p99Ns);
  public static final Column<StageRecord> JOIN_P99_MS =
      FOURTH.ms(
          "join_p99_ms",
          "99th percentile of the time from the first packet until the user had joined.",
          row -> row.users().join(),
          TimeFigures::p99Ns);
  public static final Column<StageRecord> RTT_COVERAGE_PCT =
      FOURTH.share(
          "rtt_coverage_pct",
          "Scheduled messages that came back to their sender: the RTT speaks of these.",
          row -> row.times().coverage().returned(),
          row -> row.hold().scheduled());
  public static final Column<StageRecord> RTT_P95_CENSORED_MS =
      FOURTH.ms(
          "rtt_p95_censored_ms",
          "95th percentile of the RTT over all scheduled messages, those that never came back with"
              + " the time until the drain's deadline: the true one is at least that.",
          row -> row.times().coverage().censored(),
          TimeFigures::p95Ns);
  public static final Column<StageRecord> REACH_100_COVERAGE_PCT =
      FOURTH.share(
          "reach_100_coverage_pct",
          "Scheduled messages that all receivers got: reach_100 speaks of these.",
          row -> row.times().coverage().complete(),
          row -> row.hold().scheduled());
  public static final Column<StageRecord> CONNECT_FAILURE_CAUSES =
      FOURTH.text(
          "connect_failure_causes",
          "Why users could not connect or join, the most frequent cause first; servers have a say in"
              + " the words.",
          row -> Cells.causes(row.users().connectFailures()));
  public static final Column<StageRecord> DISCONNECT_CAUSES =
      FOURTH.text(
          "disconnect_causes",
          "Why joined users dropped, likewise.",
          row -> Cells.causes(row.users().disconnects()));
  public static final Column<StageRecord> NEGATIVE_TIMES =
      FOURTH.count(
          "negative_times",
          "Times that came out below zero, because clocks disagree, and were taken as 0.",
          row -> row.arrivals().negativeTimes());
  public static final Column<StageRecord> CORES_AVAILABLE =
      FOURTH.decimal(
          "cores_available",
          "cores",
          3,
          "Cores of the machine or the limit, less what driver and foreign work took.",
          row -> row.costs().surroundings().coresAvailable());
  public static final Column<StageRecord> BUSIEST_THREAD_PCT =
      FOURTH.decimal(
          "busiest_thread_pct",
          PCT_OF_CORE,
          2,
          "CPU of the server's busiest thread.",
          row -> row.costs().surroundings().busiestThreadPct());
  public static final Column<StageRecord> TARGET_RUN_DELAY_PCT =
      FOURTH.decimal(
          "target_run_delay_pct",
          PCT,
          2,
          "How long the server's threads waited for a core, added up, of the hold.",
          row -> row.costs().surroundings().targetRunDelayPct());
  public static final Column<StageRecord> FOREIGN_CPU_PCT =
      FOURTH.decimal(
          "foreign_cpu_pct",
          PCT_OF_CORE,
          2,
          "CPU of processes that are neither driver, target nor companion.",
          row -> row.costs().surroundings().foreignCpuPct());
  public static final Column<StageRecord> BOTTLENECK =
      FOURTH.text(
          "bottleneck",
          "What was used up in the hold when the server did not keep up, or in the ramp where it"
              + " refused users and the hold shows nothing: thread, cores, memory, companion, or none"
              + " found; empty when it kept up.",
          row -> row.costs().surroundings().bottleneck().orElse(Cells.NOT_MEASURED));
  public static final Column<StageRecord> RECEIVE_BUFFER_MAX_PCT =
      FOURTH.decimal(
          "receive_buffer_max_pct",
          PCT,
          2,
          "How full a receive buffer had become at most when the driver read it late.",
          row -> row.arrivals().receiveBufferMaxPct());

  private static final Columns<StageRecord> SIXTH = SECOND.edition(6);

  public static final Column<StageRecord> RTT_P95_LOW_MS =
      end(
          "rtt_p95_low_ms",
          "Lower end of the 95 % interval of rtt_p95_ms over this start's messages (order"
              + " statistics); empty where they are too few.",
          row -> row.times().rttP95().map(Between::lowNs));
  public static final Column<StageRecord> RTT_P95_HIGH_MS =
      end("rtt_p95_high_ms", "Upper end of it.", row -> row.times().rttP95().map(Between::highNs));
  public static final Column<StageRecord> RTT_P99_LOW_MS =
      end(
          "rtt_p99_low_ms",
          "The same of rtt_p99_ms.",
          row -> row.times().rttP99().map(Between::lowNs));
  public static final Column<StageRecord> RTT_P99_HIGH_MS =
      end("rtt_p99_high_ms", "Upper end of it.", row -> row.times().rttP99().map(Between::highNs));

  private static final Columns<StageRecord> EIGHTH = SECOND.edition(8);

  public static final Column<StageRecord> CHURN_LEFT =
      EIGHTH.count(
          "churn_left",
          "Users who left on purpose in the hold, with a clean close: no disconnects.",
          row -> row.users().churnLeft());
  public static final Column<StageRecord> CHURN_JOINED =
      EIGHTH.count(
          "churn_joined",
          "Users who came again after they had left on purpose: no reconnects.",
          row -> row.users().churnJoined());
  public static final Column<StageRecord> SNAPSHOTS =
      EIGHTH.count(
          "snapshots",
          "Times that a user who joined got the board's history that it had asked for.",
          row -> row.users().snapshot().count());
  public static final Column<StageRecord> SNAPSHOT_P50_MS =
      EIGHTH.ms(
          "snapshot_p50_ms",
          "Median time from a connection's first packet until the history was there as a whole.",
          row -> row.users().snapshot(),
          TimeFigures::p50Ns);
  public static final Column<StageRecord> SNAPSHOT_P95_MS =
      EIGHTH.ms(
          "snapshot_p95_ms",
          "95th percentile of it.",
          row -> row.users().snapshot(),
          TimeFigures::p95Ns);
  public static final Column<StageRecord> SNAPSHOT_BYTES =
      EIGHTH.count("snapshot_bytes", "Bytes of all of them.", row -> row.users().snapshotBytes());

  private static final Columns<StageRecord> NINTH = SECOND.edition(9);

  public static final Column<StageRecord> DELIVERY_SAME_P50_MS =
      NINTH.ms(
          "delivery_same_p50_ms",
          "Median delivery time where sender and receiver are at one replica; only where users connect"
              + " to replicas themselves, so that it is known.",
          row -> row.times().paths().same(),
          TimeFigures::p50Ns);
  public static final Column<StageRecord> DELIVERY_SAME_P95_MS =
      NINTH.ms(
          "delivery_same_p95_ms",
          "95th percentile of it.",
          row -> row.times().paths().same(),
          TimeFigures::p95Ns);
  public static final Column<StageRecord> DELIVERY_CROSS_P50_MS =
      NINTH.ms(
          "delivery_cross_p50_ms",
          "Median delivery time where they are at two replicas.",
          row -> row.times().paths().crossing(),
          TimeFigures::p50Ns);
  public static final Column<StageRecord> DELIVERY_CROSS_P95_MS =
      NINTH.ms(
          "delivery_cross_p95_ms",
          "95th percentile of it.",
          row -> row.times().paths().crossing(),
          TimeFigures::p95Ns);

  private StageExtras() {}

  private static Column<StageRecord> end(
      String name, String doc, Function<StageRecord, Optional<Long>> ns) {
    return SIXTH.decimal(
        name,
        MS,
        3,
        doc,
        row ->
            ns.apply(row)
                .map(end -> OptionalDouble.of(end / NS_PER_MS))
                .orElse(OptionalDouble.empty()));
  }
}
