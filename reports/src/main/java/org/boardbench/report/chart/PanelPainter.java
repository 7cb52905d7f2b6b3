package org.boardbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.List;
import org.knowm.xchart.XYChart;

/** Draws one panel: a head line with the title and the names of the curves, and the chart below. */
final class PanelPainter {
  /** What a panel with the x-axis' title needs more in height than one without it. */
  static final int X_TITLE_HEIGHT = Math.round(PaperUnits.pt(11));

  private static final Font SMALL_FONT = FigureFont.ofSize(7);
  private static final Font REMARK_FONT = FigureFont.ofSize(6);
  private static final Font TITLE_FONT = FigureFont.ofSize(7.5);
  private static final BasicStroke AXIS_LINE = new BasicStroke(PaperUnits.pt(0.4));
  private static final double HEAD_HEIGHT = PaperUnits.pt(10);
  private static final double BAND_HEIGHT = PaperUnits.pt(8);
  private static final double NAME_DEPTH = PaperUnits.pt(9);
  private static final double REMARK_HEIGHT = PaperUnits.pt(7);
  private static final double MARGIN = PaperUnits.pt(2);
  private static final Color FAINT_TEXT = new Color(0x555555);

  /** Draws into a rectangle whose top left corner is (0, 0). */
  void paint(Graphics2D g, Panel panel, int width, int height, boolean withXTitle) {
    double bands = (panel.bandNames() ? BAND_HEIGHT : 0) + (panel.hasRemarks() ? REMARK_HEIGHT : 0);
    int head = (int) Math.round(HEAD_HEIGHT + bands);
    XYChart chart = PanelChart.of(panel, width, height - head, withXTitle);
    AffineTransform before = g.getTransform();
    g.translate(0, head);
    chart.paint(g, chart.getWidth(), chart.getHeight());
    drawAxisNames(g, panel, chart);
    g.setTransform(before);
    drawHead(g, panel, width);
    if (panel.bandNames()) {
      drawBandNames(g, panel, chart, head - PaperUnits.pt(1));
    }
  }

  private static void drawHead(Graphics2D g, Panel panel, int width) {
    g.setColor(Color.BLACK);
    new Text(panel.y().title(), TITLE_FONT).draw(g, MARGIN, HEAD_HEIGHT * 0.72);
    new Legend(panel.curves(), SMALL_FONT).drawLine(g, width - MARGIN, HEAD_HEIGHT * 0.45);
  }

  /** The names and, as XChart's own goes with the ticks, the line above them. */
  private static void drawAxisNames(Graphics2D g, Panel panel, XYChart chart) {
    List<String> names = panel.x().names();
    if (names.isEmpty()) {
      return;
    }
    double left = chart.getScreenXFromChart(panel.x().min());
    double right = chart.getScreenXFromChart(panel.x().max());
    double least = chart.getScreenYFromChart(panel.y().min());
    double content = least - chart.getScreenYFromChart(panel.y().max());
    double edge = least + content * PanelChart.MARGIN_OF_CONTENT;
    double margin = (right - left) * PanelChart.MARGIN_OF_CONTENT;
    g.setColor(Color.BLACK);
    g.setStroke(AXIS_LINE);
    g.draw(new Line2D.Double(left - margin, edge, right + margin, edge));
    for (int i = 0; i < names.size(); i++) {
      new Text(names.get(i), SMALL_FONT)
          .drawCentred(g, chart.getScreenXFromChart(i + 1), edge + NAME_DEPTH);
    }
  }

  private static void drawBandNames(Graphics2D g, Panel panel, XYChart chart, double y) {
    double name = panel.hasRemarks() ? y - REMARK_HEIGHT : y;
    for (Panel.Band band : panel.bands()) {
      double middle = chart.getScreenXFromChart((band.start() + band.end()) / 2);
      g.setColor(FAINT_TEXT);
      new Text(band.name(), SMALL_FONT).drawCentred(g, middle, name);
      g.setColor(Color.BLACK);
      new Text(band.remark(), REMARK_FONT).drawCentred(g, middle, y);
    }
  }
}
