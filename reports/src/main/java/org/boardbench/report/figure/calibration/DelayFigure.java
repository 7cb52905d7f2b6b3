package org.boardbench.report.figure.calibration;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.boardbench.report.stored.CalibrationRow;
import org.boardbench.results.row.CalibrationFigure;

/** By how much the driver's response times miss a delay that the server made and recorded. */
final class DelayFigure {
  private static final Pattern NAME = Pattern.compile("delay-(\\d{1,9})ms");
  private static final double BOUND_WIDTH = 0.6;
  private static final List<Double> BOUND_DASH = List.of(2.0, 1.5);
  private static final double GLYPH_SIZE = 4.6;

  private static final List<Percentile> PERCENTILES =
      List.of(
          new Percentile(CalibrationFigure.RTT_P50, "p50", look(Palette.BLUE, Glyph.CIRCLE), -0.2),
          new Percentile(
              CalibrationFigure.RTT_P99, "p99", look(Palette.VERMILION, Glyph.SQUARE), 0),
          new Percentile(
              CalibrationFigure.RTT_MAX, "max", look(Palette.GREY, Glyph.TRIANGLE_UP), 0.2));

  /**
   * One figure of the delay's distribution.
   *
   * @param shift sideways from the middle of the delay's place
   */
  private record Percentile(String figure, String key, Look look, double shift) {
    Look boundLook() {
      return new Look(look.colour(), BOUND_WIDTH, BOUND_DASH, Optional.empty(), 0);
    }
  }

  private final List<CalibrationRow> rows;
  private final List<Integer> delaysMs;

  private DelayFigure(List<CalibrationRow> rows) {
    this.rows = rows;
    delaysMs = rows.stream().map(DelayFigure::delayMs).distinct().sorted().toList();
  }

  /** Empty when no error was measured. */
  static Optional<Figure> of(List<CalibrationRow> truth) {
    List<String> drawn = PERCENTILES.stream().map(Percentile::figure).toList();
    List<CalibrationRow> rows =
        truth.stream()
            .filter(row -> NAME.matcher(row.name()).matches() && drawn.contains(row.figure()))
            .sorted(Comparator.comparing(DelayFigure::delayMs))
            .toList();
    return rows.stream().allMatch(row -> Double.isNaN(row.error()))
        ? Optional.empty()
        : Optional.of(new DelayFigure(rows).figure());
  }

  private static Look look(Color colour, Glyph glyph) {
    return new Look(colour, 0, List.of(), Optional.of(glyph), GLYPH_SIZE);
  }

  private static Integer delayMs(CalibrationRow row) {
    Matcher name = NAME.matcher(row.name());
    return name.matches() ? Integer.valueOf(name.group(1)) : -1;
  }

  private Figure figure() {
    List<Curve> curves = new ArrayList<>();
    for (Percentile percentile : PERCENTILES) {
      curves.add(bounds(percentile));
    }
    for (Percentile percentile : PERCENTILES) {
      curves.add(new Curve(percentile.key(), percentile.look(), points(percentile)));
    }
    curves.add(
        new Curve(
            "bound",
            new Look(Color.BLACK, BOUND_WIDTH, BOUND_DASH, Optional.empty(), 0),
            List.of()));
    DoubleStream values =
        rows.stream()
            .flatMapToDouble(row -> DoubleStream.of(row.error(), row.bound()))
            .map(SmallTimes::placed);
    Axis delays =
        Axis.named(
            "Delay made by the server (ms)", delaysMs.stream().map(String::valueOf).toList());
    return new Figure(
        "calibration-delay",
        caption(),
        PaperUnits.COLUMN_MM,
        52,
        1,
        List.of(new Panel(delays, SmallTimes.axis("Error of the RTT (ms)", values), curves)),
        List.of(),
        rows.stream().anyMatch(CalibrationRow::isMissed) ? "misses its bound" : "");
  }

  private List<Curve.Point> points(Percentile percentile) {
    return rows.stream()
        .filter(row -> row.figure().equals(percentile.figure()))
        .map(row ->
            new Curve.Point(
                x(row) + percentile.shift(), SmallTimes.placed(row.error()), row.isMissed(), ""))
        .toList();
  }

  /** A bound for each delay, as wide as the delay's place. */
  private Curve bounds(Percentile percentile) {
    List<Curve.Point> points = new ArrayList<>();
    for (CalibrationRow row : rows) {
      if (row.figure().equals(percentile.figure())) {
        points.add(new Curve.Point(x(row) - 0.5, SmallTimes.placed(row.bound())));
        points.add(new Curve.Point(x(row) + 0.5, SmallTimes.placed(row.bound())));
      }
    }
    return Curve.unnamed(percentile.boundLook(), points);
  }

  private double x(CalibrationRow row) {
    return 1 + delaysMs.indexOf(delayMs(row));
  }

  private String caption() {
    String below =
        rows.stream()
            .filter(row -> row.error() < 0)
            .map(row -> row.figure() + " at " + delayMs(row) + " ms")
            .collect(Collectors.joining(", "));
    return "By how much the driver's response times miss the reference server's own record of how"
        + " long it kept each delivery: what kernel and driver add. Dashed lines are the stated"
        + " bounds of p50 and p99; the greatest has none. What is"
        + " less than 0.001 ms, the resolution, stands there."
        + (below.isEmpty() ? "" : " Drawn by size, but less than the truth: " + below + ".");
  }
}
