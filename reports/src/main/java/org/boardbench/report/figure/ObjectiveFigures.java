package org.boardbench.report.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.PaperUnits;
import org.boardbench.report.chart.VariantLook;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.table.NumberText;
import org.boardbench.results.row.CapacityPart;
import org.boardbench.results.row.CapacityRecord;

/** How many users each variant carries at each objective, and what they cost. */
final class ObjectiveFigures {
  private static final double SMALL_GLYPH = 2.2;
  private static final double BAR = 0.8;
  private static final double HEIGHT_MM = 52;

  /** Of a start's colour, what is left of it. */
  private static final double FAINT = 0.45;

  /** Of an objective's room, what its variants are spread over. */
  private static final double BREADTH = 0.5;

  /** How far starts are from their mean at most, so that the bar can be seen. */
  private static final double BESIDE = 0.12;

  /** The same, of the room between two variants. */
  private static final double BESIDE_SHARE = 0.4;

  /** So that an arrow at the greatest value has room. */
  private static final double ROOM_FOR_ARROW = 1.12;

  /** Beside a point of which nobody knows how much less it is. */
  private static final String AT_MOST = "≤";

  private static final Shown USERS =
      new Shown(
          "Users",
          row -> row.capacity().users(),
          CapacityRecord::isAtLeast,
          row -> row.censored().isAtMost());
  private static final Shown PER_CORE =
      new Shown("Users per core", row -> row.density().usersPerCore(), _ -> false, _ -> false);
  private static final Shown PER_100_MIB =
      new Shown("Users per 100 MiB", row -> row.density().usersPer100Mib(), _ -> false, _ -> false);

  /**
   * What a panel shows of a row.
   *
   * @param isAtLeast whether it may be more
   * @param isAtMost whether it may be less
   */
  private record Shown(
      String title,
      Function<CapacityRecord, OptionalDouble> figure,
      Predicate<CapacityRecord> isAtLeast,
      Predicate<CapacityRecord> isAtMost) {
    Curve.Point of(CapacityRecord row, double x) {
      return new Curve.Point(
          x,
          figure.apply(row).orElse(Double.NaN),
          false,
          isAtMost.test(row) ? AT_MOST : "",
          isAtLeast.test(row));
    }
  }

  private final List<CapacityRecord> rows;
  private final List<CapacityRecord.Objective> objectives;
  private final List<String> targets;
  private final Variants variants;

  private ObjectiveFigures(
      List<CapacityRecord> rows, List<CapacityRecord.Objective> objectives, Variants variants) {
    this.rows = rows;
    this.objectives = objectives;
    this.variants = variants;
    targets = results().map(CapacityRecord::target).distinct().sorted(variants.order()).toList();
  }

  /**
   * One column wide, then both; none where no variant that is drawn has a result. The axes are of
   * all variants.
   *
   * @param drawn by the names of variants
   */
  static List<Figure> of(List<CapacityRecord> rows, Predicate<String> drawn, Variants variants) {
    List<CapacityRecord.Objective> objectives =
        results(rows)
            .map(CapacityRecord::objective)
            .distinct()
            .sorted(Comparator.comparingInt(CapacityRecord.Objective::number))
            .toList();
    List<CapacityRecord> part = rows.stream().filter(row -> drawn.test(row.target())).toList();
    ObjectiveFigures whole = new ObjectiveFigures(rows, objectives, variants);
    ObjectiveFigures figures = new ObjectiveFigures(part, objectives, variants);
    return figures.results().anyMatch(row -> row.capacity().users().isPresent())
        ? List.of(
            figures.figure("capacity", PaperUnits.COLUMN_MM, List.of(USERS), whole),
            figures.figure(
                "capacity-overview",
                PaperUnits.PAGE_MM,
                List.of(USERS, PER_CORE, PER_100_MIB),
                whole))
        : List.of();
  }

  private Figure figure(String name, double widthMm, List<Shown> shown, ObjectiveFigures whole) {
    boolean hasCosts = shown.contains(PER_CORE);
    return new Figure(
            name,
            "The most users at which each variant keeps an RTT p99. Points are the geometric means"
                + " of fresh starts, bars their 95 % intervals, small points beside them the starts."
                + (hasCosts
                    ? " Users per core and per 100 MiB are of the highest load that a start kept:"
                        + " by the cores that server and companions used, and by the server's"
                        + " memory."
                    : "")
                + " Variants are moved a little sideways so that they do not hide each other; a"
                + " variant without a point keeps the objective under no load of the search, or is"
                + " undecided."
                + (hasAtMost()
                    ? " "
                        + AT_MOST
                        + " beside a point says \"at most\": a start violated the objective at the"
                        + " first load at which it looked for it."
                    : "")
                + (hasAtLeast()
                    ? " An arrow says \"at least\": the driver's limit or the last load of the"
                        + " search came before the server's."
                    : ""),
            widthMm,
            HEIGHT_MM,
            shown.size(),
            shown.stream().map(one -> panel(one, whole.axis(one))).toList(),
            targets.stream()
                .map(t -> new Curve(variants.title(t), VariantLook.of(variants, t), List.of()))
                .toList())
        .withAtLeast(hasAtLeast() ? "at least: the search ended before the server did" : "");
  }

  private Panel panel(Shown shown, Axis axis) {
    return new Panel(
        Axis.named("RTT p99 at most (ms)", objectives.stream().map(this::name).toList()),
        axis,
        curves(shown));
  }

  private Axis axis(Shown shown) {
    return Axis.fromZero(
        shown.title(),
        curves(shown).stream()
            .flatMap(curve -> curve.points().stream())
            .mapToDouble(point -> point.atLeast() ? point.y() * ROOM_FOR_ARROW : point.y()));
  }

  private List<Curve> curves(Shown shown) {
    List<Curve> bars = new ArrayList<>();
    List<Curve> starts = new ArrayList<>();
    List<Curve> means = new ArrayList<>();
    for (String target : targets) {
      Look look = VariantLook.of(variants, target);
      if (shown.equals(USERS)) {
        bars.add(Curve.unnamed(Look.line(look.colour(), BAR), intervals(target)));
      }
      starts.add(Curve.unnamed(faint(look), starts(target, shown)));
      means.add(
          Curve.unnamed(look, results(target).map(row -> shown.of(row, place(row))).toList()));
    }
    return Stream.of(starts, bars, means).flatMap(List::stream).toList();
  }

  private String name(CapacityRecord.Objective objective) {
    boolean isAlone =
        objectives.stream().filter(other -> other.rttP99Ms() == objective.rttP99Ms()).count() == 1;
    String rtt = NumberText.exact(objective.rttP99Ms());
    return isAlone
        ? rtt
        : rtt + "; " + NumberText.exact(objective.owedLossPct()) + " %, " + objective.disconnects();
  }

  private List<Curve.Point> intervals(String target) {
    return results(target)
        .flatMap(row ->
            Stream.of(
                new Curve.Point(place(row), end(row, row.capacity().low())),
                new Curve.Point(place(row), end(row, row.capacity().high())),
                new Curve.Point(place(row), Double.NaN)))
        .toList();
  }

  /** Where an end is open, the bar begins at the mean; NaN where there is no interval. */
  private static double end(CapacityRecord row, OptionalDouble end) {
    CapacityRecord.Capacity capacity = row.capacity();
    boolean hasEnd = capacity.low().isPresent() || capacity.high().isPresent();
    return hasEnd ? end.orElse(capacity.users().orElse(Double.NaN)) : Double.NaN;
  }

  private List<Curve.Point> starts(String target, Shown shown) {
    return rows.stream()
        .filter(row -> row.part() == CapacityPart.STAIRCASE && row.target().equals(target))
        .filter(row -> objectives.contains(row.objective()))
        .map(row ->
            new Curve.Point(
                place(row) - beside(),
                shown.figure().apply(row).orElse(Double.NaN),
                false,
                shown.isAtMost().test(row) ? AT_MOST : ""))
        .toList();
  }

  private double place(CapacityRecord row) {
    double side = targets.indexOf(row.target()) - (targets.size() - 1) / 2.0;
    return objectives.indexOf(row.objective()) + 1 + side * apart();
  }

  private double apart() {
    return BREADTH / Math.max(1, targets.size() - 1);
  }

  private double beside() {
    return Math.min(BESIDE, BESIDE_SHARE * apart());
  }

  private static Look faint(Look look) {
    Color full = look.colour();
    Color faint = new Color(faint(full.getRed()), faint(full.getGreen()), faint(full.getBlue()));
    return new Look(faint, 0, List.of(), look.glyph(), SMALL_GLYPH);
  }

  private static int faint(int part) {
    return (int) Math.round(255 - FAINT * (255 - part));
  }

  private boolean hasAtLeast() {
    return results().anyMatch(row -> row.isAtLeast() && row.capacity().users().isPresent());
  }

  private boolean hasAtMost() {
    return rows.stream()
        .filter(row -> row.part() != CapacityPart.BRACKET)
        .anyMatch(row -> row.censored().isAtMost() && row.capacity().users().isPresent());
  }

  private Stream<CapacityRecord> results(String target) {
    return results()
        .filter(row -> row.target().equals(target))
        .sorted(Comparator.comparingInt(row -> row.objective().number()));
  }

  private Stream<CapacityRecord> results() {
    return results(rows);
  }

  private static Stream<CapacityRecord> results(List<CapacityRecord> rows) {
    return rows.stream().filter(row -> row.part() == CapacityPart.RESULT);
  }
}
