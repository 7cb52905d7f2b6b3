package org.boardbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * A piece of a stack upon XChart's axes. XChart's own bars are a kind of chart of their own, which
 * has no curves.
 */
final class BarLayer extends Annotation {
  private static final BasicStroke EDGE = new BasicStroke(PaperUnits.pt(0.35));

  private final Panel.Bar bar;

  BarLayer(Panel.Bar bar) {
    super(false);
    this.bar = bar;
  }

  /** With a thin white edge, as glyphs have it, so that neighbours in a stack stay apart. */
  @Override
  public void paint(Graphics2D g) {
    double left = chart.getScreenXFromChart(bar.x() - bar.width() / 2);
    double right = chart.getScreenXFromChart(bar.x() + bar.width() / 2);
    double one = chart.getScreenYFromChart(bar.from());
    double other = chart.getScreenYFromChart(bar.to());
    Rectangle2D shape =
        new Rectangle2D.Double(left, Math.min(one, other), right - left, Math.abs(one - other));
    g.setColor(bar.colour());
    g.fill(shape);
    g.setColor(Color.WHITE);
    g.setStroke(EDGE);
    g.draw(shape);
  }
}
