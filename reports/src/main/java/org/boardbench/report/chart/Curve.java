package org.boardbench.report.chart;

import java.util.List;
import java.util.Optional;

/**
 * Data points in the order in which a line joins them.
 *
 * @param key its name in the legend; empty when it has none
 */
public record Curve(Optional<String> key, Look look, List<Point> points) {
  public Curve {
    points = List.copyOf(points);
  }

  public Curve(String key, Look look, List<Point> points) {
    this(Optional.of(key), look, points);
  }

  /** A curve that the legend does not name. */
  public static Curve unnamed(Look look, List<Point> points) {
    return new Curve(Optional.empty(), look, points);
  }

  /** Whether there is anything to draw. */
  public boolean isMeasured() {
    return points.stream().anyMatch(p -> !p.isGap());
  }

  /**
   * One data point.
   *
   * @param y NaN is a gap: nothing is drawn there, and no line crosses it
   * @param hollow whether only its edge is coloured, because it is invalid; no line leads to it
   * @param label is beside it; may be empty
   * @param atLeast whether an arrow says that the true value may be greater
   */
  public record Point(double x, double y, boolean hollow, String label, boolean atLeast) {
    public Point(double x, double y, boolean hollow, String label) {
      this(x, y, hollow, label, false);
    }

    public Point(double x, double y) {
      this(x, y, false, "");
    }

    public boolean isGap() {
      return Double.isNaN(y);
    }

    /**
     * Whether a line joins it with its neighbours: what is invalid is on no line with what is not.
     */
    boolean isJoined() {
      return !isGap() && !hollow;
    }
  }
}
