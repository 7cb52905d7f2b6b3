package org.boardbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * The labels of a panel's points, above all curves, each where it covers least, if there is room.
 */
final class LabelLayer extends Annotation {
  private static final Font FONT = FigureFont.ofSize(6);
  private static final double PADDING = PaperUnits.pt(0.6);
  private static final double LEADER_FROM = PaperUnits.pt(3);
  private static final BasicStroke HALO =
      new BasicStroke(PaperUnits.pt(1.4), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke LEADER = new BasicStroke(PaperUnits.pt(0.35));

  private final Panel panel;

  private record Label(
      Curve.Point point, double radius, Text text, Rectangle2D place, Color colour) {}

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
    List<Label> labels = new ArrayList<>();
    for (Curve curve : panel.curves()) {
      curve.points().stream()
          .filter(point -> !point.isGap() && !point.label().isEmpty())
          .forEach(point -> label(places, curve.look(), point).ifPresent(labels::add));
    }
    labels.forEach(label -> drawLeader(g, label));
    // After all leaders, so that none crosses a text.
    labels.forEach(label -> write(g, label));
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
        places.addGlyph(x(point), y(point), PaperUnits.pt(curve.look().glyphSize()));
        if (point.atLeast()) {
          places.addGlyph(
              x(point),
              y(point) - (PaperUnits.pt(curve.look().glyphSize()) + CurveLayer.ARROW_LENGTH) / 2,
              CurveLayer.ARROW_LENGTH);
        }
      }
      if (previous != null && point.isJoined() && curve.look().width() > 0) {
        places.addLine(new Line2D.Double(x(previous), y(previous), x(point), y(point)));
      }
      previous = point.isJoined() ? point : null;
    }
  }

  private Optional<Label> label(LabelPlaces places, Look look, Curve.Point point) {
    Text text = new Text(point.label(), FONT);
    double radius = PaperUnits.pt(Math.max(CurveLayer.LEAST_HOLLOW, look.glyphSize())) / 2;
    double width = text.width() + 2 * PADDING;
    double height = FONT.getSize2D() * 0.75 + 2 * PADDING;
    return places
        .take(x(point), y(point), radius, width, height)
        .map(place -> new Label(point, radius, text, place, look.colour().darker()));
  }

  /** A line from the point to a label that is too far away to be seen as its own. */
  private void drawLeader(Graphics2D g, Label label) {
    double x = x(label.point());
    double y = y(label.point());
    double endX = Math.clamp(x, label.place().getMinX(), label.place().getMaxX());
    double endY = Math.clamp(y, label.place().getMinY(), label.place().getMaxY());
    double distance = Math.hypot(endX - x, endY - y);
    if (distance > LEADER_FROM + label.radius()) {
      // From the glyph's edge, so that a hollow one stays empty.
      double edge = label.radius() / distance;
      g.setColor(label.colour());
      g.setStroke(LEADER);
      g.draw(new Line2D.Double(x + edge * (endX - x), y + edge * (endY - y), endX, endY));
    }
  }

  private static void write(Graphics2D g, Label label) {
    double left = label.place().getMinX() + PADDING;
    double base = label.place().getMaxY() - PADDING;
    g.setColor(Color.WHITE);
    g.setStroke(HALO);
    label.text().drawOutline(g, left, base);
    g.setColor(label.colour());
    label.text().draw(g, left, base);
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
