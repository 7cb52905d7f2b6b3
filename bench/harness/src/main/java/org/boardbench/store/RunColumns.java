package org.boardbench.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.boardbench.measure.TimeSummary;
import org.boardbench.plan.ExperimentPlan;

/** The columns of the shorter result files; their names and order are a contract. */
final class RunColumns {
  static final String MEASURED_FROM = "measured_from";

  private RunColumns() {}

  /**
   * {@code trials.csv}; {@code start} and {@code measured_from} are UTC in ISO 8601; {@code seed}
   * is what all trials of the repetition share.
   */
  static List<Column<TrialRow>> trials(String runId, ExperimentPlan plan) {
    return List.of(
        new Column<>("run_id", row -> runId),
        new Column<>("trial_id", row -> row.trial().id()),
        new Column<>("target", row -> row.trial().target()),
        new Column<>("repetition", row -> Integer.toString(row.trial().repetition())),
        new Column<>("order", row -> Integer.toString(row.trial().order())),
        new Column<>("status", row -> row.status().name().toLowerCase(Locale.ROOT)),
        new Column<>("reason", TrialRow::reason),
        new Column<>("start", row -> row.start().toString()),
        new Column<>("seconds", row -> Cells.decimal(row.seconds(), 3)),
        new Column<>(MEASURED_FROM, row -> row.measuredFrom().map(Instant::toString).orElse("")),
        new Column<>("seed", row -> Long.toString(plan.seed(row.trial().repetition()))));
  }

  /**
   * {@code timeline.csv}; {@code expected} and {@code lost} go by the intended second, {@code owed}
   * and {@code unserved} too; a second of the ramp owes nothing.
   */
  static List<Column<TimelineRow>> timeline(String runId) {
    return List.of(
        new Column<>("run_id", row -> runId),
        new Column<>("trial_id", row -> row.trial().id()),
        new Column<>("target", row -> row.trial().target()),
        new Column<>("repetition", row -> Integer.toString(row.trial().repetition())),
        new Column<>("stage", row -> Integer.toString(row.second().phase().stage())),
        new Column<>("second", row -> Integer.toString(row.second().second())),
        new Column<>("users", row -> Integer.toString(row.second().users())),
        new Column<>("tps_sent", row -> perSecond(row.second().sent(), row)),
        new Column<>("tps_received", row -> perSecond(row.second().received(), row)),
        rtt("rtt_mean_ms", TimeSummary::meanNs),
        rtt("rtt_p50_ms", TimeSummary::p50Ns),
        rtt("rtt_p95_ms", TimeSummary::p95Ns),
        rtt("rtt_p99_ms", TimeSummary::p99Ns),
        rtt("rtt_max_ms", TimeSummary::maxNs),
        new Column<>("expected", row -> Long.toString(row.second().expected())),
        new Column<>("lost", row -> Long.toString(row.second().lost())),
        new Column<>("owed", row -> Cells.whole(row.second().owed())),
        new Column<>("unserved", row -> Long.toString(row.second().unserved())),
        new Column<>("disconnects", row -> Long.toString(row.second().disconnects())),
        new Column<>("reconnects", row -> Long.toString(row.second().reconnects())));
  }

  /** {@code resources.csv}. */
  static List<Column<ResourceRow>> resources(String runId) {
    return List.of(
        new Column<>("run_id", row -> runId),
        new Column<>("trial_id", row -> row.trial().id()),
        new Column<>("target", row -> row.trial().target()),
        new Column<>("second", row -> Integer.toString(row.second())),
        new Column<>("component", ResourceRow::component),
        new Column<>("cpu_pct", row -> Cells.decimal(row.cpuPct(), 2)),
        new Column<>("memory_mib", row -> Cells.decimal(row.memoryMib(), 1)),
        new Column<>("rx_bytes_per_s", row -> Cells.decimal(row.rxBytesPerS(), 0)),
        new Column<>("tx_bytes_per_s", row -> Cells.decimal(row.txBytesPerS(), 0)),
        new Column<>("source", ResourceRow::source),
        new Column<>("throttled_ms", row -> Cells.decimal(row.throttledMs(), 1)),
        new Column<>("oom_kills", row -> Cells.whole(row.oomKills())));
  }

  private static Column<TimelineRow> rtt(String name, ToDoubleFunction<TimeSummary> ns) {
    return new Column<>(name, row -> Cells.ms(row.second().rtt(), ns));
  }

  private static String perSecond(long count, TimelineRow row) {
    return Cells.perSecond(count, row.second().lengthNs() / 1e9, 2);
  }
}
