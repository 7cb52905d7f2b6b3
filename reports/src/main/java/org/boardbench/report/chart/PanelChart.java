package org.boardbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.XYStyler;

/** A panel's axes and curves as a chart of XChart. */
final class PanelChart {
  private static final int LEFT_WIDTH = Math.round(PaperUnits.pt(23));
  private static final int PADDING = Math.round(PaperUnits.pt(2));

  /** The part of the plot's width and height that the axes' bounds span; the rest is margin. */
  private static final double CONTENT = 0.96;

  /** The margin on each side, as a part of what the bounds span. */
  static final double MARGIN_OF_CONTENT = (1 - CONTENT) / 2 / CONTENT;

  private static final Color GRID_COLOUR = new Color(0xE4E4E4);
  private static final Look GRID = Look.line(GRID_COLOUR, 0.4);
  private static final Look BAND_EDGE = Look.line(new Color(0xA8A8A8), 0.5);

  private final Panel panel;
  private final XYChart chart;

  private PanelChart(Panel panel, int width, int height) {
    this.panel = panel;
    chart = new XYChart(width, height);
  }

  static XYChart of(Panel panel, int width, int height, boolean withXTitle) {
    PanelChart built = new PanelChart(panel, width, height);
    built.style(withXTitle);
    if (!panel.x().names().isEmpty()) {
      built.hideTicks();
    }
    built.addGridOfDecades();
    built.addBandEdges();
    panel.bars().forEach(bar -> built.chart.addAnnotation(new BarLayer(bar)));
    panel.curves().forEach(built::add);
    built.chart.addAnnotation(new LabelLayer(panel));
    return built.chart;
  }

  private void style(boolean withXTitle) {
    XYStyler styler = chart.getStyler();
    styler.setLocale(Locale.ROOT);
    styler.setLegendVisible(false);
    styler.setChartTitleVisible(false);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setChartPadding(PADDING);
    styler.setPlotMargin(0);
    styler.setPlotContentSize(CONTENT);
    styler.setYAxisLeftWidthHint(LEFT_WIDTH);
    styleAxes(styler);
    chart.setXAxisTitle(panel.x().title());
    styler.setXAxisTitleVisible(withXTitle);
    styler.setYAxisTitleVisible(false);
    styler.setXAxisMin(panel.x().min());
    styler.setXAxisMax(panel.x().max());
    styler.setYAxisMin(panel.y().min());
    styler.setYAxisMax(panel.y().max());
    styler.setYAxisLogarithmic(panel.y().logarithmic());
  }

  private void styleAxes(XYStyler styler) {
    styler.setAxisTitleFont(FigureFont.ofSize(7.5));
    styler.setAxisTitlePadding(Math.round(PaperUnits.pt(3.5)));
    styler.setAxisTickLabelsFont(FigureFont.ofSize(7));
    styler.setAxisTickLabelsColor(Color.BLACK);
    styler.setXAxisTickLabelsFormattingFunction(TickLabel::of);
    styler.setYAxisTickLabelsFormattingFunction(
        panel.y().longTimes() ? TickLabel::ofLongTime : TickLabel::of);
    BasicStroke hairline = new BasicStroke(PaperUnits.pt(0.4));
    styler.setAxisTickMarksColor(Color.BLACK);
    styler.setAxisTickMarksStroke(hairline);
    styler.setAxisTickMarkLength(Math.round(PaperUnits.pt(2)));
    styler.setAxisTickPadding(Math.round(PaperUnits.pt(2)));
    styler.setYAxisLabelAlignment(TextAlignment.Right);
    // The grid's lines are the marks of the y-axis; on a logarithmic one the marks would blot.
    styler.setYAxisGroupTickMarksColorMap(0, Color.WHITE);
    styler.setXAxisTickMarkSpacingHint(Math.round(PaperUnits.pt(28)));
    styler.setYAxisTickMarkSpacingHint(Math.round(PaperUnits.pt(16)));
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setPlotGridHorizontalLinesVisible(!panel.y().logarithmic());
    styler.setPlotGridLinesColor(GRID_COLOUR);
    styler.setPlotGridLinesStroke(hairline);
  }

  /** Their room stays, for names: labels that are not seen have their height. */
  private void hideTicks() {
    chart.getStyler().setXAxisTickLabelsColor(Color.WHITE);
    chart.getStyler().setXAxisTickMarksColor(Color.WHITE);
  }

  /** XChart's own grid has a line for each of the nine steps in a decade, which is too much. */
  private void addGridOfDecades() {
    Axis x = panel.x();
    Axis y = panel.y();
    if (y.logarithmic()) {
      // Just inside the plot's edge: XChart puts what is outside in the middle.
      double margin = (x.max() - x.min()) * MARGIN_OF_CONTENT * 0.99;
      for (double at = Math.pow(10, Math.ceil(Math.log10(y.min()))); at <= y.max(); at *= 10) {
        addLine(GRID, x.min() - margin, at, x.max() + margin, at);
      }
    }
  }

  private void addBandEdges() {
    for (Panel.Band band : panel.bands()) {
      if (band.start() > panel.x().min()) {
        addLine(BAND_EDGE, band.start(), panel.y().min(), band.start(), panel.y().max());
      }
    }
  }

  private void addLine(Look look, double x, double y, double x2, double y2) {
    add(Curve.unnamed(look, List.of(new Curve.Point(x, y), new Curve.Point(x2, y2))));
  }

  private void add(Curve curve) {
    chart.addAnnotation(new CurveLayer(curve));
  }
}
