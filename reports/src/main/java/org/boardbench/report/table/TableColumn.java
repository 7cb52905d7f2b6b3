package org.boardbench.report.table;

import java.util.List;
import org.boardbench.report.stored.StageFigure;

/**
 * A figure's column.
 *
 * @param title without markup; the unit stands in parentheses
 */
record TableColumn(StageFigure figure, String title) {
  static final List<TableColumn> ALL =
      List.of(
          new TableColumn(StageFigure.TPS, "TPS (1/s)"),
          new TableColumn(StageFigure.LOSS_PCT, "Loss (%)"),
          new TableColumn(StageFigure.RTT_MEAN_MS, "RTT mean (ms)"),
          new TableColumn(StageFigure.RTT_P50_MS, "RTT p50 (ms)"),
          new TableColumn(StageFigure.RTT_P95_MS, "RTT p95 (ms)"),
          new TableColumn(StageFigure.RTT_P99_MS, "RTT p99 (ms)"),
          new TableColumn(StageFigure.RTT_MAX_MS, "RTT max (ms)"),
          new TableColumn(StageFigure.DELIVERY_P99_MS, "Delivery p99 (ms)"),
          new TableColumn(StageFigure.REACH_100_P95_MS, "Reach 100 % p95 (ms)"),
          new TableColumn(StageFigure.CPU_MEAN_PCT, "CPU mean (%)"),
          new TableColumn(StageFigure.CPU_MAX_PCT, "CPU max (%)"),
          new TableColumn(StageFigure.COMPANION_CPU_MEAN_PCT, "Companion CPU mean (%)"),
          new TableColumn(StageFigure.MEMORY_MAX_MIB, "Memory max (MiB)"),
          new TableColumn(StageFigure.CPU_US_PER_DELIVERY, "CPU per delivery (µs)"));
}
