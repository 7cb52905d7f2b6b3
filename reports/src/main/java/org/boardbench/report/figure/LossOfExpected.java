package org.boardbench.report.figure;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Look;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.results.column.StageCounts;

/**
 * The loss of what was expected of the users who were connected, as a thin dashed line beside the
 * loss of what was owed to all.
 */
final class LossOfExpected {
  private static final double WIDTH = 0.7;
  private static final List<Double> DASH = List.of(2.2, 1.6);
  private static final Color KEY = new Color(0x444444);

  /** To each side, of a place. */
  private static final double PIECE = 0.04;

  /** In percent; what differs by less would lie upon the other line. */
  static final double SEEN_PCT = 0.05;

  private LossOfExpected() {}

  /** Empty when it is the same as the loss of what was owed, or when only one was measured. */
  static Optional<Curve> of(List<StageGroup> own, Look look, LoadAxis loads, double shift) {
    return own.stream().anyMatch(LossOfExpected::differs)
        ? Optional.of(
            Curve.unnamed(
                dashed(look.colour()), own.stream().flatMap(g -> points(g, loads, shift)).toList()))
        : Optional.empty();
  }

  /** Of a load that stands alone, a short piece of the line. */
  private static Stream<Curve.Point> points(StageGroup group, LoadAxis loads, double shift) {
    double x = loads.x(group) + shift;
    double loss = ofExpected(group);
    return loads.joins()
        ? Stream.of(new Curve.Point(x, loss))
        : Stream.of(
            new Curve.Point(x - PIECE, loss),
            new Curve.Point(x + PIECE, loss),
            new Curve.Point(x + PIECE, Double.NaN));
  }

  /** What the two lines are; none where there is only one. */
  static List<Curve> keys(List<StageGroup> groups) {
    return groups.stream().anyMatch(LossOfExpected::differs) ? keys() : List.of();
  }

  static List<Curve> keys() {
    return List.of(
        new Curve("of owed", Look.line(KEY, 1), List.of()),
        new Curve("of expected", dashed(KEY), List.of()));
  }

  static Look dashed(Color colour) {
    return new Look(colour, WIDTH, DASH, Optional.empty(), 0);
  }

  private static boolean differs(StageGroup group) {
    double owed = Measure.LOSS.of(group).value();
    return Math.abs(owed - ofExpected(group)) >= SEEN_PCT;
  }

  private static double ofExpected(StageGroup group) {
    return group.shown(StageCounts.LOSS_PCT).value();
  }
}
