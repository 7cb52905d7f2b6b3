package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.VariantLook;
import org.boardbench.report.statistics.FigureSpread;
import org.boardbench.report.statistics.Spread;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.Variants;
import org.boardbench.results.row.Bottleneck;

/** One measured figure of all targets: bars, then points of the repetitions, then lines. */
final class UsersCurves {
  private static final double SMALL_GLYPH = 2.4;

  /** How far targets are moved apart sideways, as a part of the axis. */
  private static final double DODGE = 0.008;

  /** Between the outermost ones, at most: the axis ends a little further out. */
  private static final double SPREAD = 0.06;

  private final List<StageGroup> groups;
  private final Variants variants;
  private final Measure measure;
  private final ReasonLabels labels;
  private final boolean bottlenecks;

  /**
   * @param bottlenecks whether the first point of a server that could not keep up says what it
   *     lacked
   */
  UsersCurves(
      List<StageGroup> groups,
      Variants variants,
      Measure measure,
      ReasonLabels labels,
      boolean bottlenecks) {
    this.groups = groups;
    this.variants = variants;
    this.measure = measure;
    this.labels = labels;
    this.bottlenecks = bottlenecks;
  }

  /**
   * The floor lies behind all others, and where its users are: it is what the others are seen
   * against.
   *
   * @param users how much the axis of users spans
   */
  List<Curve> all(double users) {
    List<String> targets = groups.stream().map(StageGroup::target).distinct().toList();
    List<String> servers = targets.stream().filter(t -> !variants.isFloor(t)).toList();
    double apart = users * Math.min(DODGE, SPREAD / Math.max(1, servers.size() - 1));
    List<Curve> bars = new ArrayList<>();
    List<Curve> lines = new ArrayList<>();
    List<Curve> points = new ArrayList<>();
    for (String target :
        Stream.concat(targets.stream().filter(variants::isFloor), servers.stream()).toList()) {
      double side =
          variants.isFloor(target) ? 0 : servers.indexOf(target) - (servers.size() - 1) / 2.0;
      double shift = side * apart;
      List<StageGroup> own = groups.stream().filter(g -> g.target().equals(target)).toList();
      Look look = VariantLook.of(variants, target);
      lines.add(Curve.unnamed(look, own.stream().map(g -> median(g, own, shift)).toList()));
      if (measure == Measure.LOSS) {
        LossOfExpected.of(own, look, shift).ifPresent(bars::add);
      }
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

  private Curve.Point median(StageGroup group, List<StageGroup> own, double shift) {
    FigureSpread shown = group.shown(measure::of);
    return new Curve.Point(
        group.users() + shift,
        shown.spread().median(),
        !group.isValid(),
        group.isValid() ? bottleneck(group, own) : labels.of(group.codes()),
        shown.medianAtLeast());
  }

  /** At the first stage of a server that could not keep up: what it lacked. */
  private String bottleneck(StageGroup group, List<StageGroup> own) {
    boolean first =
        bottlenecks
            && own.stream()
                .filter(other -> other.bottleneck().isPresent())
                .findFirst()
                .filter(group::equals)
                .isPresent();
    return first ? group.bottleneck().map(Bottleneck::key).orElseThrow() : "";
  }

  private List<Curve.Point> bars(List<StageGroup> own, double shift) {
    List<Curve.Point> points = new ArrayList<>();
    for (StageGroup group : own) {
      Spread spread = group.shown(measure::of).spread();
      double x = group.users() + shift;
      points.add(new Curve.Point(x, spread.min()));
      points.add(new Curve.Point(x, spread.max()));
      points.add(new Curve.Point(x, Double.NaN));
    }
    return points;
  }

  /** Of the invalid ones beside a valid one, the greatest carries the label of all. */
  private Stream<Curve.Point> repetitions(StageGroup group, double shift) {
    // Where the median has an arrow, theirs would only blot it.
    boolean arrows = !group.shown(measure::of).medianAtLeast();
    Optional<StoredStage> labelled =
        group.isValid()
            ? group.invalid().stream()
                .filter(row -> !Double.isNaN(measure.of(row).value()))
                .max(Comparator.comparingDouble(row -> measure.of(row).value()))
            : Optional.empty();
    return group.rows().stream()
        .map(row ->
            new Curve.Point(
                group.users() + shift,
                measure.of(row).value(),
                !row.isValid(),
                labelled.filter(row::equals).isPresent() ? labels.of(group.codes()) : "",
                arrows && measure.of(row).atLeast()));
  }
}
