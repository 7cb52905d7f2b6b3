package org.boardbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;

/** The labels of a panel's points, above all curves, each where it covers least. */
final class LabelLayer extends Annotation {
  private static final Font FONT = FigureFont.ofSize(6);
  private static final double PADDING = Paper.pt(0.6);
  private static final double LEADER_FROM = Paper.pt(3);
  private static final BasicStroke HALO =
      new BasicStroke(Paper.pt(1.4), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke LEADER = new BasicStroke(Paper.pt(0.35));

  private final Panel panel;

  LabelLayer(Panel panel) {
    super(false);
    this.panel = panel;
  }

  @Override
  public void paint(Graphics2D g) {
    if (panel.curves().stream().noneMatch(LabelLayer::hasLabel)) {
      return;
    }
    LabelPlaces places = new LabelPlaces(plot());
    panel.curves().forEach(curve -> occupy(places, curve));
    List<Runnable> texts = new ArrayList<>();
    for (Curve curve : panel.curves()) {
      for (Curve.Point point : curve.points()) {
        if (!point.isGap() && !point.label().isEmpty()) {
          place(g, places, curve.look(), point, texts);
        }
      }
    }
    // After all leaders, so that none crosses a text.
    texts.forEach(Runnable::run);
  }

  private static boolean hasLabel(Curve curve) {
    return curve.points().stream().anyMatch(point -> !point.label().isEmpty());
  }

  private void occupy(LabelPlaces places, Curve curve) {
    Curve.Point previous = null;
    for (Curve.Point point : curve.points()) {
      if (point.isGap()) {
        previous = null;
        continue;
      }
      if (curve.look().glyph().isPresent()) {
        places.addGlyph(x(point), y(point), Paper.pt(curve.look().glyphSize()));
      }
      if (previous != null && curve.look().width() > 0) {
        places.addLine(new Line2D.Double(x(previous), y(previous), x(point), y(point)));
      }
      previous = point;
    }
  }

  private void place(
      Graphics2D g, LabelPlaces places, Look look, Curve.Point point, List<Runnable> texts) {
    Text text = new Text(point.label(), FONT);
    double height = FONT.getSize2D() * 0.75;
    Rectangle2D place =
        places.take(
            x(point),
            y(point),
            Paper.pt(Math.max(3, look.glyphSize())) / 2,
            text.width() + 2 * PADDING,
            height + 2 * PADDING);
    Color colour = look.colour().darker();
    double endX = Math.clamp(x(point), place.getMinX(), place.getMaxX());
    double endY = Math.clamp(y(point), place.getMinY(), place.getMaxY());
    if (Math.hypot(endX - x(point), endY - y(point))
        > LEADER_FROM + Paper.pt(look.glyphSize()) / 2) {
      g.setColor(colour);
      g.setStroke(LEADER);
      g.draw(new Line2D.Double(x(point), y(point), endX, endY));
    }
    texts.add(() -> {
      double left = place.getMinX() + PADDING;
      double base = place.getMaxY() - PADDING;
      g.setColor(Color.WHITE);
      g.setStroke(HALO);
      text.drawOutline(g, left, base);
      g.setColor(colour);
      text.draw(g, left, base);
    });
  }

  private Rectangle2D plot() {
    double left = chart.getScreenXFromChart(panel.x().min());
    double right = chart.getScreenXFromChart(panel.x().max());
    double top = chart.getScreenYFromChart(panel.y().max());
    double bottom = chart.getScreenYFromChart(panel.y().min());
    return new Rectangle2D.Double(left, top, right - left, bottom - top);
  }

  private double x(Curve.Point point) {
    return chart.getScreenXFromChart(point.x());
  }

  private double y(Curve.Point point) {
    return chart.getScreenYFromChart(point.y());
  }
}
