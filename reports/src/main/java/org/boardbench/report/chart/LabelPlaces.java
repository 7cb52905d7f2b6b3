package org.boardbench.report.chart;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds a place for one label after another: near its point, and where it covers least. */
final class LabelPlaces {
  private static final double ON_LABEL = 1000;
  private static final double OUTSIDE = 300;
  private static final double ON_GLYPH = 40;
  private static final double ON_LINE = 6;
  private static final double ACROSS_LABEL = 30;
  private static final double ACROSS_GLYPH = 5;
  private static final int RINGS = 6;
  private static final double RING = Paper.pt(5);
  private static final double GAP = Paper.pt(1.5);

  /** Right, left, above, below, and between them; what is as good as another, earlier wins. */
  private static final double[][] DIRECTIONS = {
    {1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}
  };

  private final Rectangle2D bounds;
  private final List<Rectangle2D> glyphs = new ArrayList<>();
  private final List<Line2D> lines = new ArrayList<>();
  private final List<Rectangle2D> labels = new ArrayList<>();

  /**
   * @param bounds labels should stay within
   */
  LabelPlaces(Rectangle2D bounds) {
    this.bounds = bounds;
  }

  void addGlyph(double x, double y, double size) {
    glyphs.add(new Rectangle2D.Double(x - size / 2, y - size / 2, size, size));
  }

  void addLine(Line2D line) {
    lines.add(line);
  }

  /**
   * The best place for a label of this size beside a point; it is taken from now on.
   *
   * @param radius of the point
   */
  Rectangle2D take(double x, double y, double radius, double width, double height) {
    Rectangle2D best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int ring = 0; ring < RINGS; ring++) {
      double distance = radius + GAP + ring * RING;
      for (double[] direction : DIRECTIONS) {
        Rectangle2D place =
            new Rectangle2D.Double(
                x + direction[0] * (distance + width / 2) - width / 2,
                y + direction[1] * (distance + height / 2) - height / 2,
                width,
                height);
        double cost = cost(place) + 4 * ring + (ring == 0 ? 0 : leaderCost(x, y, place));
        if (cost < least) {
          least = cost;
          best = place;
        }
      }
    }
    labels.add(best);
    return best;
  }

  /** The line that ties a distant label to the edge of its point. */
  static Line2D leader(double x, double y, double radius, Rectangle2D place) {
    double endX = Math.clamp(x, place.getMinX(), place.getMaxX());
    double endY = Math.clamp(y, place.getMinY(), place.getMaxY());
    double length = Math.max(Math.hypot(endX - x, endY - y), radius);
    return new Line2D.Double(
        x + (endX - x) * radius / length, y + (endY - y) * radius / length, endX, endY);
  }

  private double leaderCost(double x, double y, Rectangle2D place) {
    Line2D line = leader(x, y, 0, place);
    return ACROSS_LABEL * labels.stream().filter(line::intersects).count()
        + ACROSS_GLYPH * glyphs.stream().filter(line::intersects).count();
  }

  private double cost(Rectangle2D place) {
    double cost = bounds.contains(place) ? 0 : OUTSIDE;
    cost += ON_LABEL * labels.stream().filter(place::intersects).count();
    cost += ON_GLYPH * glyphs.stream().filter(place::intersects).count();
    return cost + ON_LINE * lines.stream().filter(line -> line.intersects(place)).count();
  }
}
