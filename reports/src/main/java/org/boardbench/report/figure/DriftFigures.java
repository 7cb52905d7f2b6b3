package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.PaperUnits;
import org.boardbench.report.chart.VariantLook;
import org.boardbench.report.statistics.DriftFigure;
import org.boardbench.report.statistics.HoldMinutes;
import org.boardbench.report.statistics.HoldMinutes.MinuteValue;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;

/** Long holds minute by minute, a panel a figure and a line a start. */
public final class DriftFigures {
  private static final double PANEL_HEIGHT_MM = 34;
  private static final double LINE = 0.8;

  private final Variants variants;
  private final List<HoldMinutes> holds;

  private DriftFigures(StoredRun run, List<HoldMinutes> holds) {
    this.variants = Variants.of(run);
    this.holds = holds;
  }

  /** Empty where no hold is long enough. */
  public static Optional<Figure> of(StoredRun run, List<HoldMinutes> holds) {
    return holds.isEmpty() ? Optional.empty() : Optional.of(new DriftFigures(run, holds).figure());
  }

  private Figure figure() {
    List<Panel> panels =
        Arrays.stream(DriftFigure.values())
            .filter(figure -> holds.stream().anyMatch(hold -> !hold.values().get(figure).isEmpty()))
            .map(this::panel)
            .toList();
    List<Curve> legend =
        holds.stream()
            .map(hold -> hold.stage().target())
            .distinct()
            .map(name -> new Curve(variants.title(name), look(name), List.of()))
            .toList();
    return new Figure(
        "drift",
        "Holds of ten minutes or more, minute by minute, a line for each start: of times, memory and"
            + " descriptors the median of the minute's seconds. What was not measured is a gap.",
        PaperUnits.PAGE_MM,
        PANEL_HEIGHT_MM,
        2,
        panels,
        legend);
  }

  private Look look(String variant) {
    return new Look(
        VariantLook.amongAll(variants, variant).colour(),
        LINE,
        VariantLook.amongAll(variants, variant).dash(),
        Optional.empty(),
        0);
  }

  private Panel panel(DriftFigure figure) {
    List<Curve> curves = new ArrayList<>();
    for (HoldMinutes hold : holds) {
      curves.add(
          Curve.unnamed(
              look(hold.stage().target()),
              Seconds.points(hold.values().get(figure), MinuteValue::minute, MinuteValue::value)));
    }
    DoubleStream values =
        curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(Curve.Point::y);
    int minutes = holds.stream().mapToInt(HoldMinutes::minutes).max().orElse(0);
    Axis x = Axis.between("Time (min)", 0, minutes);
    Axis y =
        figure.isTime()
            ? Axis.times(figure.title(), values)
            : Axis.fromZero(figure.title(), values);
    return new Panel(x, y, curves);
  }
}
