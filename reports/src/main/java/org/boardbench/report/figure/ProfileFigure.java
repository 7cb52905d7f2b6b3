package org.boardbench.report.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Glyph;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.PaperUnits;
import org.boardbench.report.profile.CategoryColours;
import org.boardbench.report.profile.ProfiledLoad;
import org.boardbench.report.statistics.Variants;
import org.boardbench.results.row.ProfileCategory;

/**
 * What a delivery's CPU time goes into by a profiler, beside what the same costs alone, by the
 * number of users.
 */
public final class ProfileFigure {
  private static final double BREADTH = 0.38;
  private static final double SWATCH = 6;
  private static final int MOST_COLUMNS = 4;
  private static final Look MEASURED =
      new Look(Color.BLACK, 0, List.of(), Optional.of(Glyph.CIRCLE), 3.2);

  private final List<ProfiledLoad> loads;
  private final Variants variants;

  private ProfileFigure(List<ProfiledLoad> loads, Variants variants) {
    this.loads = loads;
    this.variants = variants;
  }

  /** Empty where nothing was profiled. */
  public static Optional<Figure> of(List<ProfiledLoad> loads, Variants variants) {
    return loads.isEmpty()
        ? Optional.empty()
        : Optional.of(new ProfileFigure(loads, variants).figure());
  }

  private Figure figure() {
    List<String> targets = loads.stream().map(ProfiledLoad::variant).distinct().toList();
    int columns = Math.min(targets.size(), MOST_COLUMNS);
    return new Figure(
        "profile",
        "CPU time of a delivery by what it goes into, by the number of users: at the left of each by a"
            + " profiler on the server, at the right what those parts cost alone that have"
            + " microbenchmarks; points are what was measured without a profiler.",
        columns == 1 ? PaperUnits.COLUMN_MM : PaperUnits.PAGE_MM,
        52,
        columns,
        targets.stream().map(this::panel).toList(),
        legend());
  }

  private Panel panel(String variant) {
    List<ProfiledLoad> own = loads.stream().filter(load -> load.variant().equals(variant)).toList();
    List<Panel.Bar> bars = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      ProfiledLoad load = own.get(i);
      bars.addAll(stack(i + 1 - BREADTH / 2, load::us));
      bars.addAll(
          stack(i + 1 + BREADTH / 2, category -> load.microUs().getOrDefault(category, 0.0)));
    }
    List<Curve.Point> measured =
        IntStream.range(0, own.size())
            .mapToObj(i -> new Curve.Point(i + 1, own.get(i).measuredUs()))
            .toList();
    DoubleStream values =
        DoubleStream.concat(
            bars.stream().mapToDouble(Panel.Bar::to),
            measured.stream().mapToDouble(Curve.Point::y));
    return new Panel(
            Axis.named("Users", own.stream().map(load -> Integer.toString(load.users())).toList()),
            Axis.fromZero(variants.title(variant) + " (µs/delivery)", values),
            List.of(Curve.unnamed(MEASURED, measured)))
        .withBars(bars);
  }

  private static List<Panel.Bar> stack(double x, ToDoubleFunction<ProfileCategory> us) {
    List<Panel.Bar> bars = new ArrayList<>();
    double top = 0;
    for (ProfileCategory category : ProfileCategory.values()) {
      double size = us.applyAsDouble(category);
      if (size > 0) {
        bars.add(new Panel.Bar(x, BREADTH, top, top + size, CategoryColours.of(category)));
        top += size;
      }
    }
    return bars;
  }

  private List<Curve> legend() {
    List<Curve> legend = new ArrayList<>();
    for (ProfileCategory category : ProfiledLoad.used(loads)) {
      Look look =
          new Look(CategoryColours.of(category), 0, List.of(), Optional.of(Glyph.SQUARE), SWATCH);
      legend.add(new Curve(category.key(), look, List.of()));
    }
    legend.add(new Curve("measured", MEASURED, List.of()));
    return legend;
  }
}
