package org.boardbench.report.figure.micro;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.stored.MicroRow;

/** One figure of microbenchmarks: points with error bars for each library or strategy. */
final class MicroPanel {
  /** How far curves are moved apart sideways, at most, and all of them together. */
  private static final double DODGE = 0.09;

  private static final double BREADTH = 0.66;
  private static final double BAR_WIDTH = 0.6;

  /** How the y-axis is laid out. */
  enum Scale {
    LOGARITHMIC,
    /** Logarithmic when the values span more than two decades. */
    TIMES,
    FROM_ZERO
  }

  private final String title;
  private final MicroFigure figure;
  private final Scale scale;
  private final MicroPlaces places;
  private Function<MicroRow, String> label = row -> "";

  MicroPanel(String title, MicroFigure figure, Scale scale, MicroPlaces places) {
    this.title = title;
    this.figure = figure;
    this.scale = scale;
    this.places = places;
  }

  /**
   * @param text stands beside the row's point; may be empty
   */
  MicroPanel labelled(Function<MicroRow, String> text) {
    label = text;
    return this;
  }

  /** Empty when no row has measured the figure. */
  Optional<Panel> of(List<MicroRow> rows) {
    List<MicroRow> drawn =
        rows.stream()
            .filter(row -> places.of(row) > 0 && !Double.isNaN(figure.value(row)))
            .sorted(Comparator.comparingInt(places::of))
            .toList();
    return drawn.isEmpty() ? Optional.empty() : Optional.of(panel(drawn));
  }

  private Panel panel(List<MicroRow> drawn) {
    Axis y = axis(drawn);
    List<String> names =
        drawn.stream().map(MicroRow::by).distinct().sorted(MicroLook.ORDER).toList();
    double step = Math.min(DODGE, BREADTH / names.size());
    List<Curve> lines = new ArrayList<>();
    List<Curve> glyphs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      double shift = (i - (names.size() - 1) / 2.0) * step;
      List<MicroRow> own = drawn.stream().filter(row -> row.by().equals(name)).toList();
      Look look = MicroLook.of(name);
      List<Curve.Point> points = points(own, y, shift);
      lines.add(Curve.unnamed(Look.line(look.colour(), BAR_WIDTH), bars(own, y, shift)));
      lines.add(Curve.unnamed(look.lineOnly(), unlabelled(points)));
      glyphs.add(Curve.unnamed(look.pointsOnly(look.glyphSize()), points));
    }
    // No line crosses a point: with ten libraries some would hide others.
    lines.addAll(glyphs);
    return new Panel(places.axis(), y, lines);
  }

  private Axis axis(List<MicroRow> drawn) {
    // Of an error bar the upper end alone: the lower one may lie at zero or below.
    DoubleStream values =
        drawn.stream().flatMapToDouble(row -> DoubleStream.of(figure.value(row), upper(row)));
    return switch (scale) {
      case LOGARITHMIC -> Axis.logarithmic(title, values);
      case TIMES -> Axis.times(title, values);
      case FROM_ZERO -> Axis.fromZero(title, values);
    };
  }

  private List<Curve.Point> points(List<MicroRow> own, Axis y, double shift) {
    List<Curve.Point> points = new ArrayList<>();
    int expected = Integer.MAX_VALUE;
    for (MicroRow row : own) {
      int place = places.of(row);
      double value = figure.value(row);
      if (place > expected) {
        points.add(new Curve.Point(expected + shift, Double.NaN));
      }
      points.add(
          new Curve.Point(place + shift, onAxis(value, y), value < y.min(), label.apply(row)));
      expected = place + 1;
    }
    return points;
  }

  /** For the line, so that a label is written once. */
  private static List<Curve.Point> unlabelled(List<Curve.Point> points) {
    return points.stream().map(point -> new Curve.Point(point.x(), point.y())).toList();
  }

  private List<Curve.Point> bars(List<MicroRow> own, Axis y, double shift) {
    List<Curve.Point> points = new ArrayList<>();
    for (MicroRow row : own) {
      if (!Double.isNaN(figure.error(row))) {
        double x = places.of(row) + shift;
        points.add(new Curve.Point(x, onAxis(figure.value(row) - figure.error(row), y)));
        points.add(new Curve.Point(x, upper(row)));
        points.add(new Curve.Point(x, Double.NaN));
      }
    }
    return points;
  }

  private double upper(MicroRow row) {
    return figure.value(row) + figure.error(row);
  }

  /** What lies below the axis, where a logarithmic one has no place at all, stands at its foot. */
  private static double onAxis(double value, Axis y) {
    return Math.max(value, y.min());
  }
}
