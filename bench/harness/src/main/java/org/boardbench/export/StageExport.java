package org.boardbench.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.boardbench.measure.Phase.Kind;
import org.boardbench.metrics.Metric;
import org.boardbench.metrics.MetricsPage;
import org.boardbench.metrics.Subject;

/**
 * One stage's counters, which end as its row has them, and the driver's health, of which only the
 * hold's figure is stored.
 */
final class StageExport {
  private final Subject stage;
  private final CsvCells row;
  private final List<CsvCells> seconds;

  /**
   * @param trial the stage's
   * @param row of {@code stages.csv}
   * @param seconds its rows of {@code timeline.csv}, in order, at least one
   */
  StageExport(Subject trial, CsvCells row, List<CsvCells> seconds) {
    this.stage = trial.stage(row.integer("stage"));
    this.row = row;
    this.seconds = seconds;
  }

  void addTo(TrialPages pages, Subject trial) {
    PhaseCounters sent = counters(Metric.SENT, "tps_sent", "ramp_sent", "sent");
    PhaseCounters expected = counters(Metric.EXPECTED, "expected", "ramp_expected", "expected");
    long rampDelivered = row.count("ramp_expected") - row.count("ramp_lost");
    PhaseCounters delivered =
        new PhaseCounters(
            Metric.DELIVERED, figures("tps_received"), rampDelivered, row.count("delivered"));
    PhaseCounters lost = counters(Metric.LOST, "lost", "ramp_lost", "lost");
    List<PhaseCounters> all = List.of(sent, expected, delivered, lost);
    all.forEach(counters -> counters.addStart(pages.atStartOf(second(0)), stage));
    for (int index = 0; index < seconds.size(); index++) {
      MetricsPage page = pages.atEndOf(second(index));
      for (PhaseCounters counters : all) {
        counters.addTo(page, stage, index);
      }
      page.add(Metric.STAGE_USERS, stage, row.count("users"));
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
    if (row.figure("reconnects").isPresent()) { // older runs have none of it
      addUsers(pages);
    }
    addFaults(pages.atStartOf(second(0)), pages.atEndOf(second(seconds.size() - 1)));
  }

  private void addUsers(TrialPages pages) {
    addOfStage(Metric.DISCONNECTS, "disconnects", pages);
    addOfStage(Metric.RECONNECTS, "reconnects", pages);
    double[] unserved = figures("unserved");
    long inHold = row.count("unserved");
    long inRamp = Math.max(0, (long) Arrays.stream(unserved).sum() - inHold);
    PhaseCounters counters = new PhaseCounters(Metric.UNSERVED, unserved, inRamp, inHold);
    counters.addStart(pages.atStartOf(second(0)), stage);
    for (int index = 0; index < seconds.size(); index++) {
      counters.addTo(pages.atEndOf(second(index)), stage, index);
    }
    pages.atStartOf(second(0)).add(Metric.CONNECT_FAILURES, stage, 0L);
    pages
        .atEndOf(second(seconds.size() - 1))
        .add(Metric.CONNECT_FAILURES, stage, row.count("connect_failures"));
  }

  /** A counter of the stage as a whole, whose column has the same name in both files. */
  private void addOfStage(Metric metric, String column, TrialPages pages) {
    long[] soFar = CumulativeCounts.of(figures(column), row.count(column));
    pages.atStartOf(second(0)).add(metric, stage, 0L);
    for (int index = 0; index < seconds.size(); index++) {
      pages.atEndOf(second(index)).add(metric, stage, soFar[index]);
    }
  }

  private long outstanding(Kind kind, PhaseCounters expected, PhaseCounters delivered, int index) {
    boolean isOver = index == seconds.size() - 1;
    return isOver ? 0 : Math.max(0, expected.at(kind, index) - delivered.at(kind, index));
  }

  private PhaseCounters counters(Metric metric, String perSecond, String ramp, String hold) {
    return new PhaseCounters(metric, figures(perSecond), row.count(ramp), row.count(hold));
  }

  private double[] figures(String column) {
    return seconds.stream().mapToDouble(second -> second.figure(column).orElse(0)).toArray();
  }

  private int second(int index) {
    return seconds.get(index).integer("second");
  }

  private void addHealth(MetricsPage page, Subject trial) {
    addScaled(page, Metric.DRIVER_STALL, stage, "driver_stall_max_ms", 1e-3);
    addScaled(page, Metric.DRIVER_RUN_DELAY, trial, "driver_run_delay_pct", 1e-2);
    addScaled(page, Metric.MACHINE_IDLE, trial, "machine_idle_pct", 1e-2);
    addScaled(page, Metric.MACHINE_STEAL, trial, "steal_pct", 1e-2);
  }

  private void addScaled(
      MetricsPage page, Metric metric, Subject subject, String column, double unit) {
    row.figure(column).ifPresent(figure -> page.add(metric, subject, figure * unit));
  }

  /** When each of them happened is not stored; of the ramp's not even how many there were. */
  private void addFaults(MetricsPage start, MetricsPage end) {
    Subject hold = stage.phase(Kind.HOLD);
    for (Metric metric :
        List.of(Metric.DUPLICATED, Metric.REORDERED, Metric.CORRUPT, Metric.MISROUTED)) {
      String column = metric.name().toLowerCase(Locale.ROOT);
      start.add(metric, hold, 0L);
      end.add(metric, hold, row.count(column));
    }
  }
}
