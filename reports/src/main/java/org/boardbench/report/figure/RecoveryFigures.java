package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.boardbench.findings.recovery.FaultGroup;
import org.boardbench.findings.recovery.RecoveryFigure;
import org.boardbench.findings.starts.FigureValue;
import org.boardbench.findings.starts.Sample;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.PaperUnits;
import org.boardbench.report.chart.VariantLook;
import org.boardbench.report.statistics.GroupFigure;
import org.boardbench.report.statistics.StartCount;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.statistics.Interval;

/** How long each variant took to get over each fault. */
final class RecoveryFigures {
  private static final List<RecoveryFigure> SHOWN =
      List.of(RecoveryFigure.RECOVERY, RecoveryFigure.AWAY, RecoveryFigure.DIP);

  private static final double HEIGHT_MM = 38;
  private static final double SMALL_GLYPH = 2.2;
  private static final double BAR = 0.8;

  /** Of a fault's room, what its variants are spread over. */
  private static final double BREADTH = 0.6;

  /** How far starts are from their mean at most, so that the bar can be seen. */
  private static final double BESIDE = 0.05;

  /** The same, of the room between two variants. */
  private static final double BESIDE_SHARE = 0.35;

  /** An axis follows an interval so far beyond the starts, as a factor. */
  private static final double FURTHER = 1.5;

  private final List<FaultGroup> groups;
  private final List<Place> places;
  private final List<String> targets;
  private final Variants variants;
  private final double confidence;

  /** A fault under a load. */
  private record Place(String fault, int users) {
    static Place of(FaultGroup group) {
      return new Place(group.fault(), group.users());
    }
  }

  private RecoveryFigures(List<FaultGroup> groups, StoredRun run, Variants variants) {
    this.groups = groups;
    this.variants = variants;
    confidence = run.confidence();
    places = groups.stream().map(Place::of).distinct().toList();
    targets = groups.stream().map(FaultGroup::variant).distinct().toList();
  }

  /**
   * None of a run in which nothing failed.
   *
   * @param drawn which variants are drawn, on the axes of all
   */
  static Optional<Figure> of(StoredRun run, Predicate<String> drawn, Variants variants) {
    List<FaultGroup> whole =
        FaultGroup.of(run.faults(), variants.order()).stream()
            .filter(group -> !group.faults().isEmpty())
            .toList();
    List<FaultGroup> part = whole.stream().filter(group -> drawn.test(group.variant())).toList();
    return part.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RecoveryFigures(part, run, variants)
                .figure(new RecoveryFigures(whole, run, variants)));
  }

  private Figure figure(RecoveryFigures whole) {
    List<RecoveryFigure> measured =
        SHOWN.stream()
            .filter(figure ->
                whole.groups.stream().anyMatch(group -> !group.sample(figure).values().isEmpty()))
            .toList();
    return new Figure(
            "recovery",
            caption(),
            PaperUnits.PAGE_MM,
            HEIGHT_MM,
            1,
            measured.stream().map(figure -> panel(figure, whole)).toList(),
            targets.stream()
                .map(name ->
                    new Curve(variants.title(name), VariantLook.of(variants, name), List.of()))
                .toList())
        .withAtLeast(hasBound() ? "at least: it did not come as long as anybody watched" : "");
  }

  private String caption() {
    return "What followed each fault, from when it came. Recovery: until five whole seconds began in"
        + " which 99.9 % of the owed arrived and the RTT kept its threshold, if the plan has one."
        + " Away: how long the user was without a connection who was so longest. Missing: what was"
        + " lost or missed of the owed, as users without any of it for so long. Large points are the"
        + " means of fresh starts, bars their "
        + Interval.words(confidence)
        + " intervals, small points beside them the starts; a bar that ends at the axis goes on"
        + " beyond it. Variants are moved sideways so that they do not hide each other. "
        + StartCount.words(groups.stream().mapToInt(FaultGroup::starts), "point")
        + (hasBound()
            ? " An arrow says \"at least\": in a fault of these it did not come before the next one,"
                + " or the hold's end."
            : "");
  }

  private boolean hasBound() {
    return groups.stream()
        .anyMatch(group -> SHOWN.stream().anyMatch(figure -> group.sample(figure).isAtLeast()));
  }

  private Panel panel(RecoveryFigure figure, RecoveryFigures whole) {
    Axis faults = Axis.named("Fault", whole.names());
    Axis y = whole.axis(figure);
    List<Curve> starts = new ArrayList<>();
    List<Curve> bars = new ArrayList<>();
    List<Curve> means = new ArrayList<>();
    for (FaultGroup group : groups) {
      Look look = VariantLook.of(variants, group.variant());
      double x = whole.x(group);
      Sample sample = group.sample(figure);
      GroupFigure shown = GroupFigure.of(sample, FaultGroup.KIND, confidence);
      if (group.starts() > 1) {
        starts.add(
            Curve.unnamed(
                look.pointsOnly(SMALL_GLYPH).faint(),
                sample.values().stream()
                    .map(start -> point(x - whole.beside(), start.shown()))
                    .toList()));
      }
      shown
          .interval()
          .ifPresent(
              ends -> bars.add(Curve.unnamed(Look.line(look.colour(), BAR), bar(x, ends, y))));
      means.add(
          Curve.unnamed(
              look.pointsOnly(look.glyphSize()),
              List.of(point(x, new FigureValue(shown.value(), shown.atLeast())))));
    }
    return new Panel(
        faults,
        y,
        Stream.of(starts, bars, means).flatMap(List::stream).toList(),
        Panel.Band.aroundNames(faults));
  }

  private static Curve.Point point(double x, FigureValue value) {
    return new Curve.Point(x, value.value(), false, "", value.atLeast());
  }

  private static List<Curve.Point> bar(double x, Interval ends, Axis y) {
    return List.of(
        new Curve.Point(x, Math.max(ends.low(), y.min())),
        new Curve.Point(x, Math.min(ends.high(), y.max())));
  }

  private Axis axis(RecoveryFigure figure) {
    double[] starts =
        groups.stream().flatMapToDouble(group -> group.sample(figure).numbers()).toArray();
    double most = FURTHER * Arrays.stream(starts).max().orElse(0);
    double[] ends =
        groups.stream()
            .map(group -> GroupFigure.of(group.sample(figure), FaultGroup.KIND, confidence))
            .flatMap(shown -> shown.interval().stream())
            .mapToDouble(interval -> Math.min(interval.high(), most))
            .toArray();
    DoubleStream values = DoubleStream.concat(Arrays.stream(starts), Arrays.stream(ends));
    return figure == RecoveryFigure.DIP
        ? Axis.fromZero(figure.title(), values)
        : Axis.times(
            figure.title(),
            values,
            groups.stream()
                .flatMap(group -> group.sample(figure).values().stream())
                .map(Sample.OfStart::shown)
                .filter(FigureValue::atLeast)
                .mapToDouble(FigureValue::value));
  }

  private List<String> names() {
    boolean hasOneLoad = places.stream().map(Place::users).distinct().count() == 1;
    List<String> faults = inShort(places.stream().map(Place::fault).toList());
    return IntStream.range(0, places.size())
        .mapToObj(i -> faults.get(i) + (hasOneLoad ? "" : "; " + places.get(i).users() + " users"))
        .toList();
  }

  /**
   * Each without what follows its first comma, where no two are alike then: there is little room.
   */
  static List<String> inShort(List<String> faults) {
    List<String> kinds = faults.stream().map(fault -> fault.split(",", 2)[0]).toList();
    return Set.copyOf(kinds).size() == Set.copyOf(faults).size() ? kinds : faults;
  }

  private double x(FaultGroup group) {
    double side = targets.indexOf(group.variant()) - (targets.size() - 1) / 2.0;
    return places.indexOf(Place.of(group)) + 1 + side * apart();
  }

  private double apart() {
    return BREADTH / Math.max(1, targets.size() - 1);
  }

  private double beside() {
    return Math.min(BESIDE, BESIDE_SHARE * apart());
  }
}
