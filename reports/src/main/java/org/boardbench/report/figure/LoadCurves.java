package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.VariantLook;
import org.boardbench.report.statistics.GroupFigure;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.Variants;

/** One measured figure of all targets: points of the starts, then intervals, then lines. */
final class LoadCurves {
  private static final double SMALL_GLYPH = 2.4;

  private final List<StageGroup> groups;
  private final Variants variants;
  private final Measure measure;
  private final ReasonLabels labels;
  private final Optional<LackedLabels> lacked;
  private final LoadAxis loads;

  /**
   * @param lacked what the points of first loads that were not kept say; empty where they do not
   */
  LoadCurves(
      List<StageGroup> groups,
      Variants variants,
      Measure measure,
      ReasonLabels labels,
      Optional<LackedLabels> lacked,
      LoadAxis loads) {
    this.groups = groups;
    this.variants = variants;
    this.measure = measure;
    this.labels = labels;
    this.lacked = lacked;
    this.loads = loads;
  }

  /**
   * The floor lies behind all others, and where its users are: it is what the others are seen
   * against.
   */
  List<Curve> all(Axis axis) {
    IntervalBars intervals = new IntervalBars(measure, axis, loads);
    List<String> targets = groups.stream().map(StageGroup::target).distinct().toList();
    List<String> servers = targets.stream().filter(t -> !variants.isFloor(t)).toList();
    double apart = loads.apart(servers.size());
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
      Look drawn = loads.joins() ? look : look.pointsOnly(look.glyphSize());
      lines.add(Curve.unnamed(drawn, own.stream().map(g -> estimate(g, own, shift)).toList()));
      if (measure == Measure.LOSS) {
        LossOfExpected.of(own, look, loads, shift).ifPresent(bars::add);
      }
      if (own.stream().anyMatch(group -> group.rows().size() > 1)) {
        bars.add(intervals.of(own, look, shift));
        points.add(
            Curve.unnamed(
                look.pointsOnly(SMALL_GLYPH).faint(),
                own.stream().flatMap(g -> starts(g, shift)).toList()));
      }
    }
    return Stream.of(points, bars, lines).flatMap(List::stream).toList();
  }

  private Curve.Point estimate(StageGroup group, List<StageGroup> own, double shift) {
    GroupFigure shown = measure.of(group);
    boolean counts = shown.starts() > 0 || !shown.isMeasured();
    return new Curve.Point(
        loads.x(group) + shift,
        shown.value(),
        !counts,
        counts ? lacked.map(known -> known.of(group, own)).orElse("") : labels.of(group.codes()),
        shown.atLeast());
  }

  /** Of the invalid ones beside a valid one, the greatest carries the label of all. */
  private Stream<Curve.Point> starts(StageGroup group, double shift) {
    // Where the estimate has an arrow, theirs would only blot it.
    boolean arrows = !measure.of(group).atLeast();
    Optional<StoredStage> labelled =
        measure.of(group).starts() > 0
            ? group.invalid().stream()
                .filter(row -> !measure.isValid(row) && !Double.isNaN(measure.of(row).value()))
                .max(Comparator.comparingDouble(row -> measure.of(row).value()))
            : Optional.empty();
    return group.rows().stream()
        .map(row ->
            new Curve.Point(
                loads.x(group) + shift,
                measure.of(row).value(),
                !measure.isValid(row),
                labelled.filter(row::equals).isPresent() ? labels.of(group.codes()) : "",
                arrows && measure.of(row).atLeast()));
  }
}
