package org.boardbench.report.figure.calibration;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Glyph;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Palette;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.PaperUnits;
import org.boardbench.report.statistics.Spread;
import org.boardbench.report.stored.CalibrationRow;
import org.boardbench.report.table.NoiseNames;
import org.boardbench.results.row.CalibrationFigure;

/** How far apart trials are that differ in nothing. */
final class NoiseFigure {
  /** The part of a column that its trials are laid out in. */
  private static final double BREADTH = 0.6;

  private static final Look POINT =
      new Look(Palette.BLUE, 0, List.of(), Optional.of(Glyph.CIRCLE), 3.6);

  /** Figures whose names have room in one column of a paper. */
  private static final int MOST_IN_COLUMN = 5;

  private static final Look RANGE = Look.line(Palette.SKY_BLUE, 0.6);
  private static final Look MEDIAN = Look.line(new Color(0x808080), 0.6);

  /**
   * One figure's column.
   *
   * @param values by trial
   */
  private record Column(String figure, String unit, List<Double> values, double spreadPct) {
    double median() {
      return Spread.of(values.stream().mapToDouble(v -> v)).median();
    }

    /** Percent of the median; NaN where there is none to divide by. */
    List<Double> differences() {
      double median = median();
      return values.stream().map(v -> median == 0 ? Double.NaN : 100 * (v / median - 1)).toList();
    }
  }

  private final List<Column> columns;

  private NoiseFigure(List<Column> columns) {
    this.columns = columns;
  }

  /** Empty when no trial measured anything. */
  static Optional<Figure> of(List<CalibrationRow> noise) {
    List<Column> columns =
        noise.stream()
            .filter(row -> row.repetition().isPresent() && !Double.isNaN(row.measured()))
            .map(CalibrationRow::figure)
            .distinct()
            .map(figure -> column(noise, figure))
            .toList();
    return columns.isEmpty() ? Optional.empty() : Optional.of(new NoiseFigure(columns).figure());
  }

  private static Column column(List<CalibrationRow> noise, String figure) {
    List<CalibrationRow> trials =
        noise.stream()
            .filter(row -> row.figure().equals(figure) && row.repetition().isPresent())
            .toList();
    double spread =
        noise.stream()
            .filter(row -> row.figure().equals(figure + CalibrationFigure.SPREAD))
            .mapToDouble(CalibrationRow::measured)
            .findFirst()
            .orElse(Double.NaN);
    return new Column(
        figure,
        trials.getFirst().unit(),
        trials.stream().map(CalibrationRow::measured).toList(),
        spread);
  }

  private Figure figure() {
    Axis x =
        Axis.named(
            "Figure, trials in the order in which they ran",
            columns.stream().map(column -> NoiseNames.of(column.figure())).toList());
    List<Panel.Band> bands =
        IntStream.range(0, columns.size())
            .mapToObj(i -> new Panel.Band(i + 0.5, i + 1.5, percent(columns.get(i).spreadPct())))
            .toList();
    Panel panel = new Panel(x, axis(), curves(x), bands).withBandNames();
    double widthMm = columns.size() > MOST_IN_COLUMN ? PaperUnits.PAGE_MM : PaperUnits.COLUMN_MM;
    return new Figure("calibration-noise", caption(), widthMm, 52, 1, List.of(panel), List.of());
  }

  private List<Curve> curves(Axis x) {
    List<Curve> curves = new ArrayList<>();
    curves.add(
        Curve.unnamed(MEDIAN, List.of(new Curve.Point(x.min(), 0), new Curve.Point(x.max(), 0))));
    for (int i = 0; i < columns.size(); i++) {
      List<Double> differences = columns.get(i).differences();
      List<Curve.Point> points = new ArrayList<>();
      for (int trial = 0; trial < differences.size(); trial++) {
        double place = (trial + 0.5) / differences.size() - 0.5;
        points.add(new Curve.Point(i + 1 + BREADTH * place, differences.get(trial)));
      }
      curves.add(Curve.unnamed(RANGE, points));
      curves.add(Curve.unnamed(POINT, points));
    }
    return curves;
  }

  /** Round numbers around all differences and zero. */
  private Axis axis() {
    double[] all =
        columns.stream()
            .flatMap(column -> column.differences().stream())
            .mapToDouble(v -> v)
            .filter(v -> !Double.isNaN(v))
            .toArray();
    double below = Axis.fromZero("", DoubleStream.of(all).map(v -> Math.max(0, -v))).max();
    double above = Axis.fromZero("", DoubleStream.of(all).map(v -> Math.max(0, v))).max();
    return Axis.between("Difference from the median (%), above: spread", -below, above);
  }

  private String caption() {
    String medians =
        columns.stream()
            .map(column ->
                String.format(
                    Locale.ROOT,
                    "%s %.3g %s",
                    NoiseNames.of(column.figure()),
                    column.median(),
                    column.unit()))
            .collect(Collectors.joining(", "));
    return "Trials that differ in nothing, each against a fresh server, in the order in which they"
        + " ran. The spread above is the greatest less the least, in percent of the median: what is"
        + " less apart than this is not known to differ. Medians: "
        + medians
        + ".";
  }

  /** Two digits of what is small; a whole number else. */
  private static String percent(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    String format = value < 0.095 ? "%.2f %%" : value < 9.95 ? "%.1f %%" : "%.0f %%";
    return String.format(Locale.ROOT, format, value);
  }
}
