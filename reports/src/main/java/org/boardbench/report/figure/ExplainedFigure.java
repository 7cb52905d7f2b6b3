package org.boardbench.report.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Glyph;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Palette;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.PaperUnits;
import org.boardbench.report.explain.ExplainedPart;
import org.boardbench.report.explain.ExplainedStage;
import org.boardbench.report.explain.Explanation;

/** The CPU time of a delivery as a stack of its parts, by the number of users. */
public final class ExplainedFigure {
  private static final double BREADTH = 0.72;
  private static final double SWATCH = 6;
  private static final double ALL_PCT = 100;

  /** Parts that add up to a whole may miss it by this. */
  private static final double ROUNDING = 1e-6;

  private static final Color REST = new Color(0xDADADA);
  private static final Look MEASURED =
      new Look(Color.BLACK, 0, List.of(), Optional.of(Glyph.CIRCLE), 3.2);

  /** What comes in and what goes out again have the same hue, the one pale and the other full. */
  private static final Map<String, Color> COLOURS =
      Map.ofEntries(
          Map.entry("frame-in", Palette.SKY_BLUE),
          Map.entry("text-in", new Color(0xB5DDF5)),
          Map.entry("stomp-in", Palette.GREEN),
          Map.entry("tomcat-in", new Color(0x6B8E9F)),
          Map.entry("parse", Palette.BLUE),
          Map.entry("hand-over", Palette.PURPLE),
          Map.entry("stomp-out", new Color(0x8CD0BC)),
          Map.entry("text-out", new Color(0xF0E442)),
          Map.entry("frame-out", Palette.ORANGE),
          Map.entry("tomcat-out", new Color(0x9C6B1E)),
          Map.entry("kernel-write", Palette.VERMILION));

  private final Explanation explanation;

  private ExplainedFigure(Explanation explanation) {
    this.explanation = explanation;
  }

  /** Empty when no part of anything is known. */
  public static Optional<Figure> of(Explanation explanation) {
    boolean known =
        explanation.stages().stream()
            .flatMap(stage -> stage.parts().stream())
            .anyMatch(ExplainedPart::isKnown);
    return known ? Optional.of(new ExplainedFigure(explanation).figure()) : Optional.empty();
  }

  private Figure figure() {
    List<String> targets =
        explanation.stages().stream().map(stage -> stage.stage().target()).distinct().toList();
    List<Panel> panels = new ArrayList<>();
    targets.forEach(target ->
        panels.add(
            panel(
                target,
                values ->
                    Axis.aroundZero(
                        explanation.variants().title(target) + " (µs/delivery)", values),
                (stage, part) -> part.usPerDelivery(),
                ExplainedStage::measuredUs)));
    targets.forEach(target ->
        panels.add(
            panel(
                target,
                values -> shares(explanation.variants().title(target) + " (% of measured)", values),
                ExplainedStage::sharePct,
                stage -> stage.measuredUs() > 0 ? ALL_PCT : Double.NaN)));
    Figure figure =
        new Figure(
            "explained",
            caption(),
            targets.size() == 1 ? PaperUnits.COLUMN_MM : PaperUnits.PAGE_MM,
            52,
            targets.size(),
            panels,
            legend(),
            allValid() ? "" : "invalid, and its parts are paler");
    return explanation.quick() ? figure.withRemark(quick()) : figure;
  }

  private Panel panel(
      String target,
      Function<DoubleStream, Axis> axis,
      ToDoubleBiFunction<ExplainedStage, ExplainedPart> value,
      ToDoubleFunction<ExplainedStage> measured) {
    List<ExplainedStage> own =
        explanation.stages().stream()
            .filter(stage -> stage.stage().target().equals(target))
            .toList();
    List<Integer> users =
        own.stream().map(stage -> stage.stage().users()).distinct().sorted().toList();
    List<Panel.Bar> bars = new ArrayList<>();
    List<Curve.Point> totals = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      int wanted = users.get(i);
      List<ExplainedStage> alike =
          own.stream().filter(stage -> stage.stage().users() == wanted).toList();
      double width = BREADTH / alike.size();
      for (int j = 0; j < alike.size(); j++) {
        double x = i + 1 + (j - (alike.size() - 1) / 2.0) * width;
        bars.addAll(stack(alike.get(j), x, width, value));
        totals.add(
            new Curve.Point(
                x, measured.applyAsDouble(alike.get(j)), !alike.get(j).stage().isValid(), ""));
      }
    }
    DoubleStream values =
        DoubleStream.concat(
            bars.stream().flatMapToDouble(bar -> DoubleStream.of(bar.from(), bar.to())),
            totals.stream().mapToDouble(Curve.Point::y));
    Axis x = Axis.named("Users", users.stream().map(String::valueOf).toList());
    return new Panel(x, axis.apply(values), List.of(zero(x), Curve.unnamed(MEASURED, totals)))
        .withBars(bars);
  }

  /** Up to exactly what was measured, unless the parts cost more. */
  private static Axis shares(String title, DoubleStream values) {
    double[] all = values.filter(value -> !Double.isNaN(value)).toArray();
    Axis axis = Axis.aroundZero(title, DoubleStream.of(all));
    return DoubleStream.of(all).allMatch(value -> value < ALL_PCT + ROUNDING)
        ? Axis.between(title, axis.min(), ALL_PCT)
        : axis;
  }

  /** Upwards from zero; a negative rest downwards, which leaves the parts as long as they are. */
  private static List<Panel.Bar> stack(
      ExplainedStage stage,
      double x,
      double width,
      ToDoubleBiFunction<ExplainedStage, ExplainedPart> value) {
    List<Panel.Bar> bars = new ArrayList<>();
    double top = 0;
    for (ExplainedPart part : stage.partsAndRest()) {
      double size = value.applyAsDouble(stage, part);
      if (!Double.isNaN(size)) {
        Color colour = colour(part.name(), stage.stage().isValid());
        double from = size < 0 ? 0 : top;
        bars.add(new Panel.Bar(x, width, from, from + size, colour));
        top = Math.max(top, from + size);
      }
    }
    return bars;
  }

  private static Color colour(String part, boolean valid) {
    Color full = COLOURS.getOrDefault(part, REST);
    return valid
        ? full
        : new Color(paler(full.getRed()), paler(full.getGreen()), paler(full.getBlue()));
  }

  private static int paler(int channel) {
    return (channel + 255) / 2;
  }

  private static Curve zero(Axis x) {
    return Curve.unnamed(
        Look.line(Color.BLACK, 0.4),
        List.of(new Curve.Point(x.min(), 0), new Curve.Point(x.max(), 0)));
  }

  private List<Curve> legend() {
    List<Curve> legend = new ArrayList<>();
    Explanation.PARTS.stream().filter(this::isDrawn).forEach(name -> legend.add(swatch(name)));
    legend.add(swatch(ExplainedStage.REST));
    legend.add(new Curve("measured", MEASURED, List.of()));
    return legend;
  }

  private static Curve swatch(String part) {
    Look look = new Look(colour(part, true), 0, List.of(), Optional.of(Glyph.SQUARE), SWATCH);
    return new Curve(part, look, List.of());
  }

  private boolean isDrawn(String name) {
    return explanation.stages().stream()
        .flatMap(stage -> stage.parts().stream())
        .anyMatch(part -> part.name().equals(name) && part.isKnown());
  }

  private boolean allValid() {
    return explanation.stages().stream().allMatch(stage -> stage.stage().isValid());
  }

  private static String quick() {
    return "Parts from a quick run of the microbenchmarks, not to be cited";
  }

  private String caption() {
    return (explanation.quick() ? quick() + ". " : "")
        + "CPU time of a delivery at the server, by the number of users: points are what was"
        + " measured, and colours what the parts cost when they run alone in "
        + explanation.microRunId()
        + "; grey is the rest, which is drawn below zero where the parts cost more than was"
        + " measured. Below: the same in percent of what was measured. Several bars at one number"
        + " of users are repetitions."
        + unknown();
  }

  private String unknown() {
    String parts =
        explanation.stages().stream()
            .flatMap(stage ->
                stage.parts().stream()
                    .filter(part -> !part.isKnown())
                    .map(part -> stage.stage().target() + " " + part.name()))
            .distinct()
            .collect(Collectors.joining(", "));
    return parts.isEmpty() ? "" : " Not known, and therefore in the rest: " + parts + ".";
  }
}
