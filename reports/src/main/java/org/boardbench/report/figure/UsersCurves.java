package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.TargetLook;
import org.boardbench.report.statistics.Spread;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.Targets;
import org.boardbench.report.stored.StageFigure;
import org.boardbench.report.stored.StoredStage;

/** One measured figure of all targets: bars, then points of the repetitions, then lines. */
final class UsersCurves {
  private static final double SMALL_GLYPH = 2.4;

  /** How far targets are moved apart sideways, as a part of the axis. */
  private static final double DODGE = 0.008;

  private final List<StageGroup> groups;
  private final StageFigure figure;
  private final ReasonLabels labels;

  UsersCurves(List<StageGroup> groups, StageFigure figure, ReasonLabels labels) {
    this.groups = groups;
    this.figure = figure;
    this.labels = labels;
  }

  /**
   * The floor lies behind all others, and where its users are: it is what the others are seen
   * against.
   *
   * @param users how much the axis of users spans
   */
  List<Curve> all(double users) {
    List<String> targets = groups.stream().map(StageGroup::target).distinct().toList();
    List<String> servers = targets.stream().filter(t -> !Targets.isFloor(t)).toList();
    List<Curve> bars = new ArrayList<>();
    List<Curve> lines = new ArrayList<>();
    List<Curve> points = new ArrayList<>();
    for (String target :
        Stream.concat(targets.stream().filter(Targets::isFloor), servers.stream()).toList()) {
      double side =
          Targets.isFloor(target) ? 0 : servers.indexOf(target) - (servers.size() - 1) / 2.0;
      double shift = side * DODGE * users;
      List<StageGroup> own = groups.stream().filter(g -> g.target().equals(target)).toList();
      Look look = TargetLook.of(target);
      lines.add(Curve.unnamed(look, own.stream().map(g -> median(g, shift)).toList()));
      if (own.stream().anyMatch(group -> group.rows().size() > 1)) {
        bars.add(Curve.unnamed(Look.line(look.colour(), 0.6), bars(own, shift)));
        points.add(
            Curve.unnamed(
                look.pointsOnly(SMALL_GLYPH),
                own.stream().flatMap(g -> repetitions(g, shift)).toList()));
      }
    }
    return Stream.of(bars, points, lines).flatMap(List::stream).toList();
  }

  private Curve.Point median(StageGroup group, double shift) {
    return new Curve.Point(
        group.users() + shift,
        group.spread(figure).median(),
        !group.stands(),
        group.stands() ? "" : labels.of(group.codes()));
  }

  private List<Curve.Point> bars(List<StageGroup> own, double shift) {
    List<Curve.Point> points = new ArrayList<>();
    for (StageGroup group : own) {
      Spread spread = group.spread(figure);
      double x = group.users() + shift;
      points.add(new Curve.Point(x, spread.min()));
      points.add(new Curve.Point(x, spread.max()));
      points.add(new Curve.Point(x, Double.NaN));
    }
    return points;
  }

  /** Of those that do not stand beside one that does, the greatest carries the label of all. */
  private Stream<Curve.Point> repetitions(StageGroup group, double shift) {
    Optional<StoredStage> labelled =
        group.stands()
            ? group.invalid().stream()
                .filter(row -> !Double.isNaN(row.figure(figure)))
                .max(Comparator.comparingDouble(row -> row.figure(figure)))
            : Optional.empty();
    return group.rows().stream()
        .map(row ->
            new Curve.Point(
                group.users() + shift,
                row.figure(figure),
                !row.stands(),
                labelled.filter(row::equals).isPresent() ? labels.of(group.codes()) : ""));
  }
}
