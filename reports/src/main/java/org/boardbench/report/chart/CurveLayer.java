package org.boardbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * A curve upon XChart's axes. XChart's own series would draw each piece between two points by
 * itself: dashes begin anew at every point, so that a line with a point a second is never dashed,
 * and vector files grow several times as large. One path for each run without a gap has neither.
 */
final class CurveLayer extends Annotation {
  private static final BasicStroke GLYPH_EDGE = new BasicStroke(PaperUnits.pt(0.35));
  private static final BasicStroke HOLLOW_EDGE = new BasicStroke(PaperUnits.pt(0.65));

  private static final BasicStroke ARROW =
      new BasicStroke(PaperUnits.pt(0.8), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final double ARROW_HEAD = PaperUnits.pt(1.4);

  /** From the glyph's edge, in units of {@link PaperUnits}. */
  static final double ARROW_LENGTH = PaperUnits.pt(4.5);

  /** In points: a smaller hollow glyph looks like a filled one. */
  static final double LEAST_HOLLOW = 3;

  private final Curve curve;

  CurveLayer(Curve curve) {
    super(false);
    this.curve = curve;
  }

  @Override
  public void paint(Graphics2D g) {
    Look look = curve.look();
    if (look.width() > 0) {
      g.setColor(look.colour());
      g.setStroke(look.stroke());
      g.draw(path());
    }
    look.glyph().ifPresent(glyph -> paintGlyphs(g, glyph));
  }

  /** Filled, with a thin white edge, so that points which lie upon each other stay apart. */
  static void paintGlyph(Graphics2D g, Glyph glyph, Look look, double x, double y) {
    Shape shape = glyph.at(x, y, PaperUnits.pt(look.glyphSize()));
    g.setColor(look.colour());
    g.fill(shape);
    g.setColor(Color.WHITE);
    g.setStroke(GLYPH_EDGE);
    g.draw(shape);
  }

  /** White inside a coloured edge. */
  static void paintHollow(Graphics2D g, Glyph glyph, Look look, double x, double y) {
    Shape shape = glyph.at(x, y, PaperUnits.pt(Math.max(LEAST_HOLLOW, look.glyphSize())));
    g.setColor(Color.WHITE);
    g.fill(shape);
    g.setColor(look.colour());
    g.setStroke(HOLLOW_EDGE);
    g.draw(shape);
  }

  /** An arrow upwards from the glyph's upper edge. */
  static void paintAtLeast(Graphics2D g, Look look, double x, double y) {
    double foot = y - PaperUnits.pt(Math.max(LEAST_HOLLOW, look.glyphSize())) / 2;
    double tip = foot - ARROW_LENGTH;
    Path2D arrow = new Path2D.Double();
    arrow.moveTo(x, foot);
    arrow.lineTo(x, tip);
    arrow.moveTo(x - ARROW_HEAD, tip + ARROW_HEAD * 1.2);
    arrow.lineTo(x, tip);
    arrow.lineTo(x + ARROW_HEAD, tip + ARROW_HEAD * 1.2);
    g.setColor(look.colour());
    g.setStroke(ARROW);
    g.draw(arrow);
  }

  private Path2D path() {
    Path2D path = new Path2D.Double();
    boolean pen = false;
    for (Curve.Point point : curve.points()) {
      if (!point.isJoined()) {
        pen = false;
      } else if (pen) {
        path.lineTo(x(point), y(point));
      } else {
        path.moveTo(x(point), y(point));
        // A point that stands alone is a dot, as the line's round caps make it.
        path.lineTo(x(point), y(point));
        pen = true;
      }
    }
    return path;
  }

  private void paintGlyphs(Graphics2D g, Glyph glyph) {
    curve.points().stream()
        .filter(point -> !point.isGap())
        .forEach(point -> {
          if (point.hollow()) {
            paintHollow(g, glyph, curve.look(), x(point), y(point));
          } else {
            paintGlyph(g, glyph, curve.look(), x(point), y(point));
          }
          if (point.atLeast()) {
            paintAtLeast(g, curve.look(), x(point), y(point));
          }
        });
  }

  private double x(Curve.Point point) {
    return chart.getScreenXFromChart(point.x());
  }

  private double y(Curve.Point point) {
    return chart.getScreenYFromChart(point.y());
  }
}
