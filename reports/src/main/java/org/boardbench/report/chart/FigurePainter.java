package org.boardbench.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.stream.IntStream;

/** Draws a whole figure. */
public final class FigurePainter {
  private static final int GUTTER = PaperUnits.mm(3);
  private static final int ROW_GAP = PaperUnits.mm(1.5);
  private static final int LEGEND_MARGIN = PaperUnits.mm(1.5);

  private final Figure figure;
  private final Legend legend;
  private final Note note;
  private final Note atLeast;
  private final Note remark;
  private final int width;
  private final int legendHeight;

  public FigurePainter(Figure figure) {
    this.figure = figure;
    width = PaperUnits.mm(figure.widthMm());
    legend = new Legend(figure.legend(), FigureFont.ofSize(7));
    double room = width - 2.0 * LEGEND_MARGIN;
    note = Note.ofHollow(figure.hollow(), FigureFont.ofSize(7), room);
    atLeast = Note.ofAtLeast(figure.atLeast(), FigureFont.ofSize(7), room);
    remark = Note.plain(figure.remark(), FigureFont.ofSize(7), room);
    double height = remark.height() + legend.height(room) + note.height() + atLeast.height();
    legendHeight = height == 0 ? 0 : (int) Math.round(height) + LEGEND_MARGIN;
  }

  /** In units of {@link PaperUnits}. */
  public int width() {
    return width;
  }

  /** In units of {@link PaperUnits}. */
  public int height() {
    return top(figure.rows()) - ROW_GAP;
  }

  /** Where a row begins, or behind the last one would. */
  private int top(int row) {
    long named = IntStream.range(0, row).filter(figure::namesX).count();
    return legendHeight
        + row * (PaperUnits.mm(figure.panelHeightMm()) + ROW_GAP)
        + (int) named * PanelPainter.X_TITLE_HEIGHT;
  }

  /** Draws with the figure's top left corner at (0, 0). */
  public void paint(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(Color.WHITE);
    g.fill(new Rectangle2D.Double(0, 0, width(), height()));
    PanelPainter painter = new PanelPainter();
    int panelWidth = (width - (figure.columns() - 1) * GUTTER) / figure.columns();
    int panelHeight = PaperUnits.mm(figure.panelHeightMm());
    for (int i = 0; i < figure.panels().size(); i++) {
      int row = i / figure.columns();
      boolean withXTitle = figure.namesX(row) || i + figure.columns() >= figure.panels().size();
      AffineTransform before = g.getTransform();
      g.translate(i % figure.columns() * (panelWidth + GUTTER), top(row));
      painter.paint(
          g,
          figure.panels().get(i),
          panelWidth,
          panelHeight + (withXTitle ? PanelPainter.X_TITLE_HEIGHT : 0),
          withXTitle);
      g.setTransform(before);
    }
    double legendWidth = width - 2.0 * LEGEND_MARGIN;
    double top = LEGEND_MARGIN / 2.0;
    remark.draw(g, LEGEND_MARGIN, top);
    legend.drawColumns(g, LEGEND_MARGIN, top + remark.height(), legendWidth);
    double notes = top + remark.height() + legend.height(legendWidth);
    note.draw(g, LEGEND_MARGIN, notes);
    atLeast.draw(g, LEGEND_MARGIN, notes + note.height());
  }
}
