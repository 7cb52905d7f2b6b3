package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.boardbench.findings.starts.FigureValue;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.PaperUnits;
import org.boardbench.report.chart.VariantLook;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.Variants;
import org.boardbench.results.column.StageCounts;

/** Figures that compare targets: one measured figure at each load. */
final class LoadFigures {
  private static final int PANEL_MM = 42;
  private static final int ONE_PANEL_MM = 52;

  /** More labels than this in words leave no room for the points. */
  private static final int MOST_IN_WORDS = 8;

  private final List<StageGroup> groups;
  private final List<StageGroup> whole;
  private final Variants variants;
  private final ReasonLabels labels;
  private final LackedLabels lacked;
  private final LoadAxis loads;

  /**
   * @param groups what is drawn, in the order of targets, at least one
   * @param whole these and what other figures draw, on the same axes
   * @param labels by letter
   * @param lacked beside what tells of a collapse
   * @param loads of the whole
   */
  LoadFigures(
      List<StageGroup> groups,
      List<StageGroup> whole,
      Variants variants,
      ReasonLabels labels,
      LackedLabels lacked,
      LoadAxis loads) {
    this.groups = groups;
    this.whole = whole;
    this.variants = variants;
    this.labels = labels;
    this.lacked = lacked;
    this.loads = loads;
  }

  /** The overview, then a figure for each measure that some target has. */
  List<Figure> all() {
    List<Measure> measured = measured();
    List<Figure> figures = new ArrayList<>();
    overview(measured.stream().filter(Measure::inOverview).toList()).ifPresent(figures::add);
    measured.forEach(measure -> figures.add(single(measure)));
    return figures;
  }

  private List<Measure> measured() {
    return Arrays.stream(Measure.values()).filter(this::isMeasured).toList();
  }

  private boolean isMeasured(Measure measure) {
    return groups.stream().anyMatch(group -> measure.of(group).isMeasured());
  }

  private Optional<Figure> overview(List<Measure> measures) {
    return measures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figure(
                    loads.prefix() + "overview",
                    (groups.size() == whole.size() ? "All targets" : "Targets")
                        + loads.words()
                        + ".",
                    PaperUnits.PAGE_MM,
                    PANEL_MM,
                    loads.columns(),
                    measures.stream()
                        .map(measure -> panel(measure, labels, measure == Measure.RTT_P95))
                        .toList(),
                    legend(),
                    hollow(labels))
                .withAtLeast(atLeast(measures)));
  }

  private Figure single(Measure measure) {
    long marked = groups.stream().filter(group -> !group.invalid().isEmpty()).count();
    ReasonLabels own = marked <= MOST_IN_WORDS ? labels.inWords() : labels;
    return new Figure(
            loads.prefix() + measure.fileName(),
            measure.caption(),
            loads.widthMm(),
            ONE_PANEL_MM,
            1,
            List.of(panel(measure, own, measure.tellsOfCollapse())),
            legend(),
            hollow(own))
        .withAtLeast(atLeast(List.of(measure)));
  }

  /** What is the same in all of them: lines, bars, points and the words beside these. */
  String howToRead() {
    List<Measure> measures = measured();
    return new StartsDrawn(groups, measures, loads).words()
        + " Targets are moved a little sideways so that they do not hide each other; a value that"
        + " was not measured is a gap."
        + (hasInvalid() ? invalidDrawn() : "")
        + new LoadRemarks(groups, measures, lacked).text()
        + loads.remark();
  }

  private String invalidDrawn() {
    return " A hollow point is invalid: beside it, where there is room, is the reason, in words or as"
        + " a letter that the figure explains, and how many more there are (+1); the table has all."
        + (repeated()
            ? " No estimate has it. Where no start is valid, a large hollow point is in their middle."
            : "");
  }

  String hollow(ReasonLabels shown) {
    if (!hasInvalid()) {
      return "";
    }
    return shown.key().isEmpty() ? "invalid, for the reason beside it" : "invalid: " + shown.key();
  }

  String atLeast(List<Measure> measures) {
    return rows(groups).anyMatch(row -> measures.stream().anyMatch(m -> m.of(row).atLeast()))
        ? "at least: some messages never arrived"
        : "";
  }

  private static Stream<StoredStage> rows(List<StageGroup> of) {
    return of.stream().flatMap(group -> group.rows().stream());
  }

  private boolean repeated() {
    return groups.stream().anyMatch(group -> group.rows().size() > 1);
  }

  private boolean hasInvalid() {
    return groups.stream().anyMatch(group -> !group.invalid().isEmpty());
  }

  List<Curve> legend() {
    return groups.stream()
        .map(StageGroup::target)
        .distinct()
        .map(t -> new Curve(variants.title(t), VariantLook.of(variants, t), List.of()))
        .toList();
  }

  Panel panel(Measure measure, ReasonLabels shown, boolean bottlenecks) {
    Axis axis = axis(measure);
    List<Curve> curves =
        new ArrayList<>(
            new LoadCurves(
                    groups,
                    variants,
                    measure,
                    shown,
                    bottlenecks ? Optional.of(lacked) : Optional.empty(),
                    loads)
                .all(axis));
    if (measure == Measure.LOSS) {
      curves.addAll(LossOfExpected.keys(groups));
    }
    return loads.panel(axis, curves);
  }

  private Axis axis(Measure measure) {
    // Of all rows, because invalid ones are drawn too.
    double[] values =
        rows(whole)
            .flatMapToDouble(row ->
                measure == Measure.LOSS
                    ? DoubleStream.of(measure.of(row).value(), row.figure(StageCounts.LOSS_PCT))
                    : DoubleStream.of(measure.of(row).value()))
            .toArray();
    DoubleStream atLeast =
        rows(whole).map(measure::of).filter(FigureValue::atLeast).mapToDouble(FigureValue::value);
    return measure.axis(IntervalBars.withEnds(values, whole, measure), atLeast);
  }
}
