package org.boardbench.report.figure.calibration;

import java.awt.Color;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Glyph;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Palette;
import org.boardbench.report.stored.CalibrationRow;
import org.boardbench.results.row.CalibrationFigure;

/**
 * One search for the driver's highest rate.
 *
 * @param steps by rising rate
 * @param limitPerS deliveries a second; 0 when no step was honest, NaN when the search broke off
 */
record CapacityCase(String name, int users, int boards, List<Step> steps, double limitPerS) {
  private static final List<Color> COLOURS =
      List.of(Palette.BLUE, Palette.GREEN, Palette.VERMILION, Palette.PURPLE, Palette.ORANGE);
  private static final List<Glyph> GLYPHS =
      List.of(Glyph.CIRCLE, Glyph.SQUARE, Glyph.TRIANGLE_UP, Glyph.DIAMOND);
  private static final List<List<Double>> DASHES =
      List.of(List.of(), List.of(4.0, 1.5), List.of(1.2, 1.2));
  private static final double GLYPH_SIZE = 4.2;

  /** One rate that was tried. */
  record Step(double ratePerUser, double deliveriesPerS, double sendDelayP99Ms, boolean isHonest) {
    /**
     * @param shift sideways, in deliveries a second
     */
    Curve.Point point(double shift) {
      return new Curve.Point(
          deliveriesPerS + shift, SmallTimes.placed(sendDelayP99Ms), !isHonest, "");
    }
  }

  /** In the order of users, then boards. */
  static List<CapacityCase> of(List<CalibrationRow> rows) {
    Map<String, List<CalibrationRow>> cases =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    CalibrationRow::name, LinkedHashMap::new, Collectors.toList()));
    return cases.values().stream()
        .map(CapacityCase::one)
        .sorted(Comparator.comparingInt(CapacityCase::boards).thenComparingInt(CapacityCase::users))
        .toList();
  }

  private static CapacityCase one(List<CalibrationRow> rows) {
    Map<Integer, List<CalibrationRow>> steps =
        rows.stream()
            .filter(row -> row.repetition().isPresent())
            .collect(Collectors.groupingBy(row -> row.repetition().getAsInt()));
    List<CalibrationRow> sums = rows.stream().filter(row -> row.repetition().isEmpty()).toList();
    CalibrationRow first = rows.getFirst();
    return new CapacityCase(
        first.name(),
        first.users(),
        first.boards(),
        steps.values().stream()
            .map(CapacityCase::step)
            .filter(step -> !Double.isNaN(step.deliveriesPerS()))
            .sorted(Comparator.comparingDouble(Step::ratePerUser))
            .toList(),
        figure(sums, CalibrationFigure.LIMIT));
  }

  private static Step step(List<CalibrationRow> rows) {
    return new Step(
        rows.getFirst().ratePerUser(),
        figure(rows, CalibrationFigure.DELIVERIES_PER_S),
        figure(rows, CalibrationFigure.SEND_DELAY_P99_MS),
        rows.stream().noneMatch(CalibrationRow::isMissed));
  }

  private static double figure(List<CalibrationRow> rows, String figure) {
    return rows.stream()
        .filter(row -> row.figure().equals(figure))
        .mapToDouble(CalibrationRow::measured)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Colours tell numbers of users apart; points and dashes tell numbers of boards apart. */
  Look look(List<CapacityCase> all) {
    int colour = all.stream().map(CapacityCase::users).distinct().sorted().toList().indexOf(users);
    int shape = all.stream().map(CapacityCase::boards).distinct().sorted().toList().indexOf(boards);
    return new Look(
        COLOURS.get(colour % COLOURS.size()),
        1,
        DASHES.get(shape % DASHES.size()),
        Optional.of(GLYPHS.get(shape % GLYPHS.size())),
        GLYPH_SIZE);
  }

  /** Whether every rate that was tried was honest. */
  boolean isHonest() {
    return steps.stream().allMatch(Step::isHonest);
  }

  /** For a legend. */
  String title() {
    return users + " users, " + boards + (boards == 1 ? " board" : " boards");
  }
}
