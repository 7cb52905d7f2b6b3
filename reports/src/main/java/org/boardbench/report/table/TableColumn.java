package org.boardbench.report.table;

import java.util.List;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;

/**
 * A figure's column.
 *
 * @param title without markup; the unit is in parentheses
 * @param ofUsers whether it tells of users whose connection failed: older runs do not say so much
 *     of them that zero could be told from not measured
 */
record TableColumn(Column<StageRecord> figure, String title, boolean ofUsers) {
  static final List<TableColumn> ALL =
      List.of(
          new TableColumn(StageCounts.TPS, "TPS (1/s)"),
          new TableColumn(StageCounts.LOSS_PCT, "Loss of expected (%)"),
          ofUsers(StageExtras.OWED_LOST_PCT, "Loss of owed (%)"),
          ofUsers(StageCounts.DISCONNECTS, "Disconnects"),
          ofUsers(StageCounts.CONNECT_FAILURES, "Failed connects"),
          new TableColumn(StageTimes.RTT_MEAN_MS, "RTT mean (ms)"),
          new TableColumn(StageTimes.RTT_P50_MS, "RTT p50 (ms)"),
          new TableColumn(StageTimes.RTT_P95_MS, "RTT p95 (ms)"),
          new TableColumn(StageTimes.RTT_P99_MS, "RTT p99 (ms)"),
          new TableColumn(StageTimes.RTT_MAX_MS, "RTT max (ms)"),
          new TableColumn(StageTimes.DELIVERY_P99_MS, "Delivery p99 (ms)"),
          new TableColumn(StageTimes.REACH_100_P95_MS, "Reach 100 % p95 (ms)"),
          new TableColumn(StageCosts.CPU_MEAN_PCT, "CPU mean (%)"),
          new TableColumn(StageCosts.CPU_MAX_PCT, "CPU max (%)"),
          new TableColumn(StageCosts.COMPANION_CPU_MEAN_PCT, "Companion CPU mean (%)"),
          new TableColumn(StageCosts.MEMORY_MAX_MIB, "Memory max (MiB)"),
          new TableColumn(StageCosts.CPU_US_PER_DELIVERY, "CPU per delivery (µs)"));

  private TableColumn(Column<StageRecord> figure, String title) {
    this(figure, title, false);
  }

  private static TableColumn ofUsers(Column<StageRecord> figure, String title) {
    return new TableColumn(figure, title, true);
  }

  /** Whether readers see it: when some row has the figure. */
  boolean isShown(List<StageGroup> groups) {
    return groups.stream().anyMatch(group -> group.spread(figure).isMeasured())
        && (!ofUsers || groups.stream().anyMatch(this::tells));
  }

  /** Whether it counts users, so that its numbers are whole ones. */
  boolean isCount() {
    return StageCounts.DISCONNECTS.equals(figure) || StageCounts.CONNECT_FAILURES.equals(figure);
  }

  private boolean tells(StageGroup group) {
    return group.rows().stream()
        .anyMatch(
            row -> row.figure(figure) > 0 || !Double.isNaN(row.figure(StageExtras.OWED_LOST_PCT)));
  }
}
