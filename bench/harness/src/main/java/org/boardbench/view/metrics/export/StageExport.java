package org.boardbench.view.metrics.export;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.boardbench.account.record.Phase.Kind;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;
import org.boardbench.view.metrics.Metric;
import org.boardbench.view.metrics.MetricsPage;
import org.boardbench.view.metrics.SeriesLabels;

/**
 * One stage's counters, which end as its row has them, and the driver's health, of which only the
 * hold's figure is stored.
 */
final class StageExport {
  private static final Map<Metric, Column<StageRecord>> FAULTS =
      Map.of(
          Metric.DUPLICATED, StageCounts.DUPLICATED,
          Metric.REORDERED, StageCounts.REORDERED,
          Metric.CORRUPT, StageCounts.CORRUPT,
          Metric.MISROUTED, StageCounts.MISROUTED);

  private final SeriesLabels stage;
  private final StoredRow<StageRecord> row;
  private final List<StoredRow<SecondRecord>> seconds;

  /**
   * @param trial the stage's
   * @param row of {@code stages.csv}
   * @param seconds its rows of {@code timeline.csv}, in order, at least one
   */
  StageExport(
      SeriesLabels trial, StoredRow<StageRecord> row, List<StoredRow<SecondRecord>> seconds) {
    this.stage = trial.stage(row.number(StageCounts.STAGE));
    this.row = row;
    this.seconds = seconds;
  }

  void addTo(TrialPages pages, SeriesLabels trial) {
    PhaseCounters sent =
        counters(Metric.SENT, SecondColumns.TPS_SENT, StageCounts.RAMP_SENT, StageCounts.SENT);
    PhaseCounters expected =
        counters(
            Metric.EXPECTED,
            SecondColumns.EXPECTED,
            StageCounts.RAMP_EXPECTED,
            StageCounts.EXPECTED);
    long rampDelivered = count(StageCounts.RAMP_EXPECTED) - count(StageCounts.RAMP_LOST);
    PhaseCounters delivered =
        new PhaseCounters(
            Metric.DELIVERED,
            figures(SecondColumns.TPS_RECEIVED),
            rampDelivered,
            count(StageCounts.DELIVERED));
    PhaseCounters lost =
        counters(Metric.LOST, SecondColumns.LOST, StageCounts.RAMP_LOST, StageCounts.LOST);
    List<PhaseCounters> all = List.of(sent, expected, delivered, lost);
    all.forEach(counters -> counters.addStart(pages.atStartOf(second(0)), stage));
    for (int index = 0; index < seconds.size(); index++) {
      MetricsPage page = pages.atEndOf(second(index));
      for (PhaseCounters counters : all) {
        counters.addTo(page, stage, index);
      }
      page.add(Metric.STAGE_USERS, stage, count(StageCounts.USERS));
      page.add(
          Metric.OUTSTANDING,
          stage.phase(Kind.RAMP),
          outstanding(Kind.RAMP, expected, delivered, index));
      page.add(
          Metric.OUTSTANDING,
          stage.phase(Kind.HOLD),
          outstanding(Kind.HOLD, expected, delivered, index));
      if (expected.at(Kind.HOLD, index) > 0) {
        addHealth(page, trial);
      }
    }
    if (row.measured(StageExtras.RECONNECTS).isPresent()) { // older runs have none of it
      addUsers(pages);
    }
    addFaults(pages.atStartOf(second(0)), pages.atEndOf(second(seconds.size() - 1)));
  }

  private void addUsers(TrialPages pages) {
    addOfStage(Metric.DISCONNECTS, SecondColumns.DISCONNECTS, StageCounts.DISCONNECTS, pages);
    addOfStage(Metric.RECONNECTS, SecondColumns.RECONNECTS, StageExtras.RECONNECTS, pages);
    double[] unserved = figures(SecondColumns.UNSERVED);
    long inHold = count(StageExtras.UNSERVED);
    long inRamp = Math.max(0, (long) Arrays.stream(unserved).sum() - inHold);
    PhaseCounters counters = new PhaseCounters(Metric.UNSERVED, unserved, inRamp, inHold);
    counters.addStart(pages.atStartOf(second(0)), stage);
    for (int index = 0; index < seconds.size(); index++) {
      counters.addTo(pages.atEndOf(second(index)), stage, index);
    }
    pages.atStartOf(second(0)).add(Metric.CONNECT_FAILURES, stage, 0L);
    pages
        .atEndOf(second(seconds.size() - 1))
        .add(Metric.CONNECT_FAILURES, stage, count(StageCounts.CONNECT_FAILURES));
  }

  /** A counter of the stage as a whole. */
  private void addOfStage(
      Metric metric, Column<SecondRecord> perSecond, Column<StageRecord> total, TrialPages pages) {
    long[] soFar = CumulativeCounts.of(figures(perSecond), count(total));
    pages.atStartOf(second(0)).add(metric, stage, 0L);
    for (int index = 0; index < seconds.size(); index++) {
      pages.atEndOf(second(index)).add(metric, stage, soFar[index]);
    }
  }

  private long outstanding(Kind kind, PhaseCounters expected, PhaseCounters delivered, int index) {
    boolean isOver = index == seconds.size() - 1;
    return isOver ? 0 : Math.max(0, expected.at(kind, index) - delivered.at(kind, index));
  }

  private PhaseCounters counters(
      Metric metric,
      Column<SecondRecord> perSecond,
      Column<StageRecord> ramp,
      Column<StageRecord> hold) {
    return new PhaseCounters(metric, figures(perSecond), count(ramp), count(hold));
  }

  private double[] figures(Column<SecondRecord> column) {
    return seconds.stream().mapToDouble(second -> second.measured(column).orElse(0)).toArray();
  }

  private int second(int index) {
    return seconds.get(index).number(SecondColumns.SECOND);
  }

  private void addHealth(MetricsPage page, SeriesLabels trial) {
    addScaled(page, Metric.DRIVER_STALL, stage, StageCosts.DRIVER_STALL_MAX_MS, 1e-3);
    addScaled(page, Metric.DRIVER_RUN_DELAY, trial, StageCosts.DRIVER_RUN_DELAY_PCT, 1e-2);
    addScaled(page, Metric.MACHINE_IDLE, trial, StageCosts.MACHINE_IDLE_PCT, 1e-2);
    addScaled(page, Metric.MACHINE_STEAL, trial, StageCosts.STEAL_PCT, 1e-2);
  }

  private void addScaled(
      MetricsPage page,
      Metric metric,
      SeriesLabels series,
      Column<StageRecord> column,
      double unit) {
    row.measured(column).ifPresent(figure -> page.add(metric, series, figure * unit));
  }

  /** When each of them happened is not stored; of the ramp's not even how many there were. */
  private void addFaults(MetricsPage start, MetricsPage end) {
    SeriesLabels hold = stage.phase(Kind.HOLD);
    FAULTS.forEach((metric, column) -> {
      start.add(metric, hold, 0L);
      end.add(metric, hold, count(column));
    });
  }

  /** 0 when it was not measured. */
  private long count(Column<StageRecord> column) {
    return (long) row.measured(column).orElse(0);
  }
}
