package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.Paper;
import org.boardbench.report.chart.TargetLook;
import org.boardbench.report.statistics.Spread;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.stored.StageFigure;

/** Figures that compare targets: one measured figure by the number of users. */
final class UsersFigures {
  private static final double SMALL_GLYPH = 2.4;

  /** How far targets are moved apart sideways, as a part of the axis. */
  private static final double DODGE = 0.008;

  private final List<StageGroup> groups;
  private final List<String> targets;
  private final double minUsers;
  private final double maxUsers;

  /**
   * @param groups in the order of targets, at least one
   */
  UsersFigures(List<StageGroup> groups) {
    this.groups = groups;
    targets = groups.stream().map(StageGroup::target).distinct().toList();
    minUsers = groups.stream().mapToInt(StageGroup::users).min().orElseThrow();
    maxUsers = groups.stream().mapToInt(StageGroup::users).max().orElseThrow();
  }

  /** The overview, then a figure for each measure that some target has. */
  List<Figure> all() {
    List<Measure> measured = Arrays.stream(Measure.values()).filter(this::isMeasured).toList();
    List<Figure> figures = new ArrayList<>();
    overview(measured.stream().filter(Measure::inOverview).toList()).ifPresent(figures::add);
    measured.forEach(measure -> figures.add(single(measure)));
    return figures;
  }

  private boolean isMeasured(Measure measure) {
    return groups.stream().anyMatch(group -> group.spread(measure.figure()).isMeasured());
  }

  private Optional<Figure> overview(List<Measure> measures) {
    return measures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figure(
                "users-overview",
                "All targets by the number of users. " + howDrawn(),
                Paper.PAGE_MM,
                42,
                3,
                measures.stream().map(this::panel).toList(),
                legend()));
  }

  private Figure single(Measure measure) {
    return new Figure(
        "users-" + measure.fileName(),
        measure.caption() + " " + howDrawn(),
        Paper.COLUMN_MM,
        52,
        1,
        List.of(panel(measure)),
        legend());
  }

  private String howDrawn() {
    String spread =
        groups.stream().anyMatch(group -> group.rows().size() > 1)
            ? "Lines join the medians over the repetitions, small points are the repetitions, and"
                + " vertical bars reach from the least to the greatest."
            : "One repetition.";
    return spread
        + " Targets are moved a little sideways so that they do not hide each other; a value that"
        + " was not measured is a gap.";
  }

  private List<Curve> legend() {
    return targets.stream().map(t -> new Curve(t, TargetLook.of(t), List.of())).toList();
  }

  private Panel panel(Measure measure) {
    DoubleStream values =
        groups.stream()
            .map(group -> group.spread(measure.figure()))
            .flatMapToDouble(spread -> DoubleStream.of(spread.min(), spread.max()));
    return new Panel(usersAxis(), measure.axis(values), curves(measure.figure()));
  }

  private Axis usersAxis() {
    // A single number of users stands in the middle.
    double margin = maxUsers > minUsers ? (maxUsers - minUsers) * 0.04 : maxUsers * 0.5;
    return Axis.between("Users", minUsers - margin, maxUsers + margin);
  }

  private List<Curve> curves(StageFigure figure) {
    List<Curve> bars = new ArrayList<>();
    List<Curve> lines = new ArrayList<>();
    List<Curve> points = new ArrayList<>();
    Axis users = usersAxis();
    for (int i = 0; i < targets.size(); i++) {
      String target = targets.get(i);
      double shift = (i - (targets.size() - 1) / 2.0) * DODGE * (users.max() - users.min());
      List<StageGroup> own = groups.stream().filter(g -> g.target().equals(target)).toList();
      Look look = TargetLook.of(target);
      lines.add(Curve.unnamed(look, medians(own, figure, shift)));
      if (own.stream().anyMatch(group -> group.rows().size() > 1)) {
        bars.add(Curve.unnamed(Look.line(look.colour(), 0.6), bars(own, figure, shift)));
        points.add(Curve.unnamed(look.pointsOnly(SMALL_GLYPH), repetitions(own, figure, shift)));
      }
    }
    return Stream.of(bars, points, lines).flatMap(List::stream).toList();
  }

  private static List<Curve.Point> medians(
      List<StageGroup> groups, StageFigure figure, double shift) {
    return groups.stream()
        .map(g -> new Curve.Point(g.users() + shift, g.spread(figure).median()))
        .toList();
  }

  private static List<Curve.Point> bars(List<StageGroup> groups, StageFigure figure, double shift) {
    List<Curve.Point> points = new ArrayList<>();
    for (StageGroup group : groups) {
      Spread spread = group.spread(figure);
      double x = group.users() + shift;
      points.add(new Curve.Point(x, spread.min()));
      points.add(new Curve.Point(x, spread.max()));
      points.add(new Curve.Point(x, Double.NaN));
    }
    return points;
  }

  private static List<Curve.Point> repetitions(
      List<StageGroup> groups, StageFigure figure, double shift) {
    return groups.stream()
        .flatMap(g ->
            g.rows().stream().map(row -> new Curve.Point(g.users() + shift, row.figure(figure))))
        .toList();
  }
}
