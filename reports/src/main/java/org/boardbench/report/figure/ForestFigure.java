package org.boardbench.report.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.PaperUnits;
import org.boardbench.report.chart.VariantLook;
import org.boardbench.report.comparison.ComparedFigure;
import org.boardbench.report.comparison.ComparedFigure.State;
import org.boardbench.report.comparison.Comparison;
import org.boardbench.report.statistics.Variants;
import org.boardbench.statistics.Interval;

/** The ratios of two runs with their intervals: a panel a figure, a place a variant and load. */
public final class ForestFigure {
  /** Ratios and ends of intervals beyond would make all others one line. */
  private static final double FARTHEST = 1000;

  private static final double LINEAR_TO = 3;
  private static final double STEP = 10;
  private static final int FEW_PLACES = 8;
  private static final double PANEL_MM = 34;
  private static final int THOUSAND = 1000;

  private static final Look EQUAL = Look.line(Color.BLACK, 0.6);
  private static final Look COUNTS =
      new Look(new Color(0x808080), 0.5, List.of(2.0, 1.5), Optional.empty(), 0);
  private static final double INTERVAL_WIDTH = 0.9;
  private static final double GLYPH_SIZE = 3.6;

  private final Comparison comparison;
  private final Variants variants;
  private final List<ComparedFigure> shown;
  private final List<Place> places;

  private record Place(String variant, int users) {}

  private ForestFigure(Comparison comparison, List<ComparedFigure> shown) {
    this.comparison = comparison;
    this.shown = shown;
    variants = Variants.of(comparison.run().stored());
    places = shown.stream().map(one -> new Place(one.variant(), one.users())).distinct().toList();
  }

  /** Empty where no figure has a ratio. */
  public static Optional<Figure> of(Comparison comparison) {
    List<ComparedFigure> shown =
        comparison.figures().stream()
            .filter(one -> one.counted().isEmpty() && one.ratio().estimate().isPresent())
            .toList();
    return shown.isEmpty()
        ? Optional.empty()
        : Optional.of(new ForestFigure(comparison, shown).figure());
  }

  private Figure figure() {
    List<Panel> panels =
        shown.stream().map(one -> one.figure().name()).distinct().map(this::panel).toList();
    List<Curve> legend =
        places.stream()
            .map(Place::variant)
            .distinct()
            .map(name -> new Curve(variants.title(name), look(name), List.of()))
            .toList();
    return new Figure(
        "comparison",
        caption(),
        PaperUnits.PAGE_MM,
        PANEL_MM,
        places.size() <= FEW_PLACES ? 2 : 1,
        panels,
        legend,
        shown.stream().anyMatch(one -> one.state() == State.UNKNOWN) ? "cannot tell" : "");
  }

  private Look look(String variant) {
    return VariantLook.amongAll(variants, variant).pointsOnly(GLYPH_SIZE);
  }

  private String caption() {
    return "Run divided by base, "
        + comparison.run().stored().name()
        + " by "
        + comparison.base().stored().name()
        + ", for each variant and load: the ratio of geometric means over fresh starts and its "
        + Interval.words(comparison.confidence())
        + " interval, at least as wide as the noise floor; it needs three starts. Hollow: these"
        + " starts cannot tell. Dashed: less than this is no difference. Beyond × 1000 or 1/1000 a mark is at the edge.";
  }

  private Panel panel(String figure) {
    List<ComparedFigure> ratios =
        shown.stream().filter(one -> one.figure().name().equals(figure)).toList();
    Axis x = Axis.named("Users", places.stream().map(place -> loadName(place.users())).toList());
    List<Curve> curves = new ArrayList<>();
    curves.add(across(x, 1, EQUAL));
    double counts = ratios.getFirst().rule().counts();
    curves.add(across(x, 1 + counts, COUNTS));
    curves.add(across(x, 1 / (1 + counts), COUNTS));
    ratios.forEach(one -> curves.addAll(curves(one)));
    return new Panel(x, axis(figure, ratios), curves, bands());
  }

  private static Curve across(Axis x, double ratio, Look look) {
    return Curve.unnamed(
        look, List.of(new Curve.Point(x.min(), ratio), new Curve.Point(x.max(), ratio)));
  }

  private List<Curve> curves(ComparedFigure one) {
    double at = places.indexOf(new Place(one.variant(), one.users())) + 1;
    Look look = look(one.variant());
    List<Curve> curves = new ArrayList<>();
    one.interval()
        .ifPresent(ends ->
            curves.add(
                Curve.unnamed(
                    Look.line(look.colour(), INTERVAL_WIDTH),
                    List.of(
                        new Curve.Point(at, within(ends.low())),
                        new Curve.Point(at, within(ends.high()))))));
    double ratio = within(one.ratio().estimate().orElseThrow());
    curves.add(
        Curve.unnamed(look, List.of(new Curve.Point(at, ratio, one.state() == State.UNKNOWN, ""))));
    return curves;
  }

  private static double within(double ratio) {
    return Math.clamp(ratio, 1 / FARTHEST, FARTHEST);
  }

  /** Linear where all is near 1, which is in every panel. */
  private static Axis axis(String figure, List<ComparedFigure> ratios) {
    double counts = ratios.getFirst().rule().counts();
    double[] values =
        DoubleStream.concat(
                DoubleStream.of(1 + counts, 1 / (1 + counts)),
                ratios.stream()
                    .flatMapToDouble(one ->
                        DoubleStream.concat(
                            DoubleStream.of(one.ratio().estimate().orElseThrow()),
                            one.interval().stream()
                                .flatMapToDouble(
                                    ends -> DoubleStream.of(ends.low(), ends.high())))))
            .map(ForestFigure::within)
            .toArray();
    double least = DoubleStream.of(values).min().orElseThrow();
    double greatest = DoubleStream.of(values).max().orElseThrow();
    String title = figure + ", run / base";
    return greatest <= LINEAR_TO && least >= 1 / LINEAR_TO
        ? Axis.between(title, Math.floor(least * STEP) / STEP, Math.ceil(greatest * STEP) / STEP)
        : Axis.logarithmic(title, DoubleStream.of(values));
  }

  private List<Panel.Band> bands() {
    List<Panel.Band> bands = new ArrayList<>();
    for (String variant : places.stream().map(Place::variant).distinct().toList()) {
      int[] own =
          IntStream.range(0, places.size())
              .filter(i -> places.get(i).variant().equals(variant))
              .toArray();
      bands.add(new Panel.Band(own[0] + 0.5, own[own.length - 1] + 1.5, ""));
    }
    return bands;
  }

  /** Short, since there may be many side by side. */
  private static String loadName(int users) {
    return users >= THOUSAND && users % (THOUSAND / 10) == 0
        ? users % THOUSAND == 0 ? users / THOUSAND + "k" : users / (double) THOUSAND + "k"
        : Integer.toString(users);
  }
}
