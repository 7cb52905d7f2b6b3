package org.boardbench.report.figure;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.boardbench.findings.starts.ClassRows;
import org.boardbench.findings.starts.FigureValue;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.statistics.GroupFigure;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;

/** What is compared across targets. */
enum Measure {
  TPS(
      StageCounts.TPS,
      "tps",
      "TPS (messages/s)",
      "Messages sent and received a second, as the clients see them.",
      Scale.FROM_ZERO,
      true),
  LOSS(
      StageCounts.LOSS_PCT,
      "loss",
      "Loss (%)",
      "Deliveries that never arrived. The axis is linear, so that no loss is drawn as zero.",
      Scale.SHARES,
      true),
  RTT_P95(
      StageTimes.RTT_P95_MS,
      "rtt-p95",
      "RTT p95 (ms)",
      "95th percentile of the time until the sender receives its own message, counted from the"
          + " intended send time.",
      Scale.TIMES,
      true),
  RTT_P99(
      StageTimes.RTT_P99_MS,
      "rtt-p99",
      "RTT p99 (ms)",
      "99th percentile of the time until the sender receives its own message, counted from the"
          + " intended send time.",
      Scale.TIMES,
      false),
  REACH_P50(
      StageTimes.REACH_100_P50_MS,
      "reach-100-p50",
      "Reach 100 %, p50 (ms)",
      "Median of the time until all receivers of a message have it.",
      Scale.TIMES,
      false),
  REACH_P95(
      StageTimes.REACH_100_P95_MS,
      "reach-100-p95",
      "Reach 100 %, p95 (ms)",
      "95th percentile of the time until all receivers of a message have it.",
      Scale.TIMES,
      true),
  CPU(
      StageCosts.CPU_MEAN_PCT,
      "cpu",
      "CPU, mean (% of one core)",
      "Mean CPU of the server's processes, in percent of one core, without companions.",
      Scale.FROM_ZERO,
      true),
  MEMORY(
      StageCosts.MEMORY_MAX_MIB,
      "memory",
      "Memory, max (MiB)",
      "Greatest memory of the server's processes, without companions.",
      Scale.FROM_ZERO,
      true),
  /** Of one droppable message class alone. */
  LATE(
      ClassRows.LATE_PCT,
      "late",
      "Later than 200 ms (%)",
      "Deliveries of a droppable message class that came more than 200 ms after the intended send"
          + " time, of all that came: what came too late to be of use.",
      Scale.SHARES,
      false);

  private enum Scale {
    FROM_ZERO,
    SHARES,
    TIMES
  }

  @SuppressWarnings("ImmutableEnumChecker") // A column has no state.
  private final Column<StageRecord> figure;

  private final String fileName;
  private final String title;
  private final String caption;
  private final Scale scale;
  private final boolean inOverview;

  Measure(
      Column<StageRecord> figure,
      String fileName,
      String title,
      String caption,
      Scale scale,
      boolean inOverview) {
    this.figure = figure;
    this.fileName = fileName;
    this.title = title;
    this.caption = caption;
    this.scale = scale;
    this.inOverview = inOverview;
  }

  /** What is drawn of a row. */
  FigureValue of(StoredStage row) {
    return this == LOSS ? FigureValue.loss(row) : FigureValue.of(row, figure);
  }

  /** Whether that counts. */
  boolean isValid(StoredStage row) {
    return row.isValidFor(new StageFigure(figure, Optional.empty()));
  }

  /** What is drawn of all starts of a variant at a load. */
  GroupFigure of(StageGroup group) {
    return group.shown(figure, this::of);
  }

  /** Whether it tells that a server could not keep up, so that what it lacked belongs beside it. */
  boolean tellsOfCollapse() {
    return this == TPS || this == LOSS || this == RTT_P95;
  }

  String fileName() {
    return fileName;
  }

  String caption() {
    return caption;
  }

  boolean inOverview() {
    return inOverview;
  }

  /**
   * @param atLeast those of the values that have an arrow
   */
  Axis axis(DoubleStream values, DoubleStream atLeast) {
    return switch (scale) {
      case FROM_ZERO -> Axis.fromZero(title, values);
      case SHARES -> Axis.ofShares(title, values);
      case TIMES -> Axis.times(title, values, atLeast);
    };
  }
}
