package org.boardbench.report.chart;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds a place for one label after another: near its point, and where it covers least. A label
 * that would cover another, or too much else, gets none: a crowd of labels says nothing at all.
 */
final class LabelPlaces {
  private static final double ON_GLYPH = 40;
  private static final double ON_LINE = 6;
  private static final double A_RING_AWAY = 4;
  private static final double TOO_MUCH = 2 * ON_GLYPH;
  private static final int RINGS = 3;
  private static final double RING = PaperUnits.pt(5);
  private static final double GAP = PaperUnits.pt(1.5);

  /** Nearer to another point than to its own, a label would seem to be that one's. */
  private static final double CLEARANCE = GAP * 0.9;

  /** Right, left, above, below, and between them; what is as good as another, earlier wins. */
  private static final double[][] DIRECTIONS = {
    {1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}
  };

  private final Rectangle2D bounds;
  private final List<Rectangle2D> glyphs = new ArrayList<>();
  private final List<Line2D> lines = new ArrayList<>();
  private final List<Rectangle2D> labels = new ArrayList<>();

  /**
   * @param bounds labels stay within
   */
  LabelPlaces(Rectangle2D bounds) {
    this.bounds = bounds;
  }

  void addGlyph(double x, double y, double size) {
    double side = size + 2 * CLEARANCE;
    glyphs.add(new Rectangle2D.Double(x - side / 2, y - side / 2, side, side));
  }

  void addLine(Line2D line) {
    lines.add(line);
  }

  /**
   * The best place for a label of this size beside a point, which is taken from now on; empty when
   * there is none.
   *
   * @param radius of the point
   */
  Optional<Rectangle2D> take(double x, double y, double radius, double width, double height) {
    Rectangle2D best = null;
    double least = TOO_MUCH;
    for (int ring = 0; ring < RINGS; ring++) {
      double distance = radius + GAP + ring * RING;
      for (double[] direction : DIRECTIONS) {
        Rectangle2D place =
            new Rectangle2D.Double(
                x + direction[0] * (distance + width / 2) - width / 2,
                y + direction[1] * (distance + height / 2) - height / 2,
                width,
                height);
        double cost = cost(place) + A_RING_AWAY * ring;
        if (cost < least && isFree(place)) {
          least = cost;
          best = place;
        }
      }
    }
    Optional<Rectangle2D> taken = Optional.ofNullable(best);
    taken.ifPresent(labels::add);
    return taken;
  }

  private boolean isFree(Rectangle2D place) {
    return bounds.contains(place) && labels.stream().noneMatch(place::intersects);
  }

  private double cost(Rectangle2D place) {
    return ON_GLYPH * glyphs.stream().filter(place::intersects).count()
        + ON_LINE * lines.stream().filter(line -> line.intersects(place)).count();
  }
}
