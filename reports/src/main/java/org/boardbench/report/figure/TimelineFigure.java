package org.boardbench.report.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.PaperUnits;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredSecond;
import org.boardbench.report.stored.StoredTrial;
import org.boardbench.results.column.ReplicaColumns;
import org.boardbench.results.column.ResourceColumns;
import org.boardbench.results.column.SecondColumns;

/**
 * One trial second by second, as the paper shows its servers. Every repetition has a figure of its
 * own: an average over repetitions would hide when things went wrong, and the lines of several
 * repetitions upon each other cannot be read.
 */
final class TimelineFigure {
  private static final double BYTES_PER_MB = 1e6;
  private static final double LINE = 0.8;
  private static final double PANEL_HEIGHT_MM = 34;

  private static final String OWED =
      ": of what the plan owed had every user stayed, and dashed of what was expected of the users"
          + " who were connected, where these differ. Disconnects are joined users that were"
          + " dropped; unserved messages were due while the server had no connection for their"
          + " user.";
  private static final Color FAINT = new Color(0xC4C4C4);

  private final StoredTrial trial;
  private final List<StoredSecond> seconds;
  private final ResourceCurves resources;
  private final StageBands stages;
  private final List<Panel.Band> bands;
  private final Axis time;
  private final FaultBands faults;
  private final List<Curve> replicas;
  private final Color colour;

  private TimelineFigure(
      StoredRun run,
      StoredTrial trial,
      Look look,
      List<StoredSecond> seconds,
      ReasonLabels labels) {
    this.trial = trial;
    this.seconds = seconds;
    colour = look.colour();
    resources =
        new ResourceCurves(
            run.resources().stream()
                .filter(row -> row.text(ResourceColumns.TRIAL_ID).equals(trial.id()))
                .toList(),
            Look.line(colour, LINE));
    stages =
        new StageBands(
            seconds,
            run.stages().stream().filter(s -> s.trialId().equals(trial.id())).toList(),
            labels);
    bands = stages.bands();
    time = Axis.between("Time (s)", 0, bands.getLast().end());
    faults = new FaultBands(run.events(), trial.id(), run.faultNames(), time);
    replicas =
        ReplicaCurves.of(
            run.replicas().stream()
                .filter(row -> row.text(ReplicaColumns.TRIAL_ID).equals(trial.id()))
                .toList(),
            LINE);
  }

  /** Empty when the trial has no second in {@code timeline.csv}. */
  static Optional<Figure> of(StoredRun run, StoredTrial trial, Look look, ReasonLabels labels) {
    List<StoredSecond> seconds =
        run.seconds().stream().filter(s -> s.trialId().equals(trial.id())).toList();
    return seconds.isEmpty()
        ? Optional.empty()
        : Optional.of(new TimelineFigure(run, trial, look, owedAsAWhole(seconds), labels).figure());
  }

  /** A hold begins within a second, and of that one the plan owes less than was expected. */
  private static List<StoredSecond> owedAsAWhole(List<StoredSecond> seconds) {
    List<StoredSecond> whole = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      StoredSecond second = seconds.get(i);
      boolean goesOn =
          i > 0
              && seconds.get(i - 1).stage() == second.stage()
              && !Double.isNaN(seconds.get(i - 1).owed());
      whole.add(goesOn ? second : second.withoutOwed());
    }
    return List.copyOf(whole);
  }

  private Figure figure() {
    return new Figure(
        "timeline-" + trial.id(),
        trial.target()
            + " over time, repetition "
            + trial.repetition()
            + ". Thin vertical lines are the starts of stages, whose numbers of users stand above."
            + " Loss is of the messages that were due in that second"
            + (hasOwed() ? OWED : ".")
            + " A point is in the middle of its second. RTT is counted from the"
            + " intended send time. Rates leave out the second that a stage's end cuts off. Network"
            + " is as each component sees it. What was not measured is a gap."
            + faults.caption()
            + stages.caption(),
        PaperUnits.PAGE_MM,
        PANEL_HEIGHT_MM,
        2,
        panels(),
        faults.legend(),
        stages.hollow());
  }

  private List<Panel> panels() {
    List<Panel> panels =
        new ArrayList<>(
            List.of(
                fromZero("Sent (messages/s)", rate(s -> s.figure(SecondColumns.TPS_SENT)))
                    .withBandNames(),
                fromZero("Received (deliveries/s)", rate(s -> s.figure(SecondColumns.TPS_RECEIVED)))
                    .withBandNames(),
                roundTrips(),
                ofShares("Loss (%)", loss())));
    if (hasOwed()) {
      panels.add(fromZero("Users (1/s)", users()));
      panels.add(
          fromZero("Unserved (messages/s)", alone(seconds, s -> s.figure(SecondColumns.UNSERVED))));
    }
    if (!replicas.isEmpty()) {
      panels.add(fromZero("Users of each replica", replicas));
    }
    panels.addAll(
        List.of(
            fromZero("CPU (% of one core)", resources.ofTarget(ResourceColumns.CPU_PCT, 1)),
            fromZero("Memory (MiB)", resources.ofTarget(ResourceColumns.MEMORY_MIB, 1)),
            fromZero(
                "Network rx (MB/s)", resources.ofAll(ResourceColumns.RX_BYTES_PER_S, BYTES_PER_MB)),
            fromZero(
                "Network tx (MB/s)",
                resources.ofAll(ResourceColumns.TX_BYTES_PER_S, BYTES_PER_MB))));
    return panels;
  }

  /** Whether the run tells of users whose connection failed. */
  private boolean hasOwed() {
    return seconds.stream().anyMatch(second -> !Double.isNaN(second.owed()));
  }

  private List<Curve> loss() {
    if (!hasOwed()) {
      return alone(seconds, StoredSecond::lossPct);
    }
    boolean same = seconds.stream().noneMatch(TimelineFigure::owedMore);
    Curve owed = alone(seconds, TimelineFigure::owedLossPct).getFirst();
    return same
        ? List.of(owed)
        : List.of(
            curve("of owed", owed.look(), TimelineFigure::owedLossPct),
            curve("of expected", LossOfExpected.dashed(Color.BLACK), StoredSecond::lossPct));
  }

  /** Of what was owed; where that was not measured, as in a ramp, of what was expected. */
  private static double owedLossPct(StoredSecond second) {
    double owed = second.owedLossPct();
    return Double.isNaN(owed) ? second.lossPct() : owed;
  }

  private static boolean owedMore(StoredSecond second) {
    double expected = second.lossPct();
    return !(Math.abs(owedLossPct(second) - (Double.isNaN(expected) ? 0 : expected))
            < LossOfExpected.SEEN_PCT)
        && !Double.isNaN(second.owedLossPct());
  }

  private List<Curve> users() {
    return List.of(
        curve("reconnects", Look.line(FAINT, 2 * LINE), s -> s.figure(SecondColumns.RECONNECTS)),
        curve("disconnects", Look.line(colour, LINE), s -> s.figure(SecondColumns.DISCONNECTS)));
  }

  private Panel roundTrips() {
    // From faint to dark, so that they also keep apart in grey; the greatest values lie behind.
    List<Curve> curves =
        List.of(
            curve("max", Look.line(FAINT, LINE), s -> s.figure(SecondColumns.RTT_MAX_MS)),
            curve("p99", Look.line(colour, LINE).faint(), s -> s.figure(SecondColumns.RTT_P99_MS)),
            curve("p95", Look.line(colour, LINE), s -> s.figure(SecondColumns.RTT_P95_MS)),
            curve("mean", Look.line(Color.BLACK, LINE), s -> s.figure(SecondColumns.RTT_MEAN_MS)));
    return panel(Axis.times("RTT (ms)", values(curves)), curves);
  }

  private Panel fromZero(String title, List<Curve> curves) {
    return panel(Axis.fromZero(title, values(curves)), curves);
  }

  private Panel ofShares(String title, List<Curve> curves) {
    return panel(Axis.ofShares(title, values(curves)), curves);
  }

  private Panel panel(Axis y, List<Curve> curves) {
    return new Panel(time, y, curves, bands).withBars(faults.bars(y));
  }

  /** A stage's last second is cut off by its end: its rates would tell of the cut alone. */
  private List<Curve> rate(ToDoubleFunction<StoredSecond> figure) {
    List<StoredSecond> whole = new ArrayList<>();
    for (int i = 0; i + 1 < seconds.size(); i++) {
      if (seconds.get(i).stage() == seconds.get(i + 1).stage()) {
        whole.add(seconds.get(i));
      }
    }
    return alone(whole, figure);
  }

  private List<Curve> alone(List<StoredSecond> shown, ToDoubleFunction<StoredSecond> figure) {
    return List.of(
        Curve.unnamed(
            Look.line(colour, LINE), Seconds.points(shown, StoredSecond::second, figure)));
  }

  private Curve curve(String key, Look look, ToDoubleFunction<StoredSecond> figure) {
    return new Curve(key, look, Seconds.points(seconds, StoredSecond::second, figure));
  }

  private static DoubleStream values(List<Curve> curves) {
    return curves.stream().flatMap(c -> c.points().stream()).mapToDouble(Curve.Point::y);
  }
}
