package org.boardbench.report.chart;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The shape of a data point; all shapes cover about the same area. */
public enum Glyph {
  CIRCLE(new Ellipse2D.Double(-0.5, -0.5, 1, 1)),
  SQUARE(polygon(4, 0.63, 45)),
  DIAMOND(polygon(4, 0.65, 0)),
  TRIANGLE_UP(polygon(3, 0.68, -90)),
  TRIANGLE_DOWN(polygon(3, 0.68, 90)),
  PENTAGON(polygon(5, 0.58, -90)),
  PLUS(cross(0)),
  CROSS(cross(45)),
  STAR(star()),
  HOURGLASS(hourglass());

  // A shape can be written to in general; this one never leaves its enum.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Shape unit;

  Glyph(Shape unit) {
    this.unit = unit;
  }

  Shape at(double x, double y, double size) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size, size);
    return place.createTransformedShape(unit);
  }

  private static Shape polygon(int corners, double radius, double startDegrees) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < corners; i++) {
      double angle = Math.toRadians(startDegrees + i * 360.0 / corners);
      line(path, radius * Math.cos(angle), radius * Math.sin(angle));
    }
    path.closePath();
    return path;
  }

  private static Shape cross(double degrees) {
    double arm = 0.6;
    double half = 0.19;
    Path2D path = new Path2D.Double();
    for (int quarter = 0; quarter < 4; quarter++) {
      double cos = Math.cos(Math.toRadians(quarter * 90));
      double sin = Math.sin(Math.toRadians(quarter * 90));
      for (double[] corner : new double[][] {{half, -half}, {arm, -half}, {arm, half}}) {
        line(path, corner[0] * cos - corner[1] * sin, corner[0] * sin + corner[1] * cos);
      }
    }
    path.closePath();
    return AffineTransform.getRotateInstance(Math.toRadians(degrees)).createTransformedShape(path);
  }

  private static Path2D star() {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < 10; i++) {
      double radius = i % 2 == 0 ? 0.74 : 0.33;
      double angle = Math.toRadians(-90 + i * 36);
      line(path, radius * Math.cos(angle), radius * Math.sin(angle));
    }
    path.closePath();
    return path;
  }

  private static Path2D hourglass() {
    Path2D path = new Path2D.Double();
    for (double[] corner :
        new double[][] {{-0.55, -0.6}, {0.55, -0.6}, {-0.55, 0.6}, {0.55, 0.6}}) {
      line(path, corner[0], corner[1]);
    }
    path.closePath();
    return path;
  }

  private static void line(Path2D path, double x, double y) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }
}
