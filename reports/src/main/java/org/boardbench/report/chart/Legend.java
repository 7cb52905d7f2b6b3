package org.boardbench.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/** Names of curves, each after a piece of its line. */
final class Legend {
  private static final double LINE_WIDTH = PaperUnits.pt(15);
  private static final double GAP = PaperUnits.pt(3);
  private static final double BETWEEN = PaperUnits.pt(9);
  private static final double ROW_HEIGHT = PaperUnits.pt(10);

  private final List<Curve> curves;
  private final Font font;

  /** Explains those of the curves that have a name. */
  Legend(List<Curve> curves, Font font) {
    this.curves = curves.stream().filter(c -> c.key().isPresent()).toList();
    this.font = font;
  }

  /** The height of the entries when they are laid out in columns of equal width. */
  double height(double width) {
    return curves.isEmpty() ? 0 : rows(width) * ROW_HEIGHT;
  }

  /** Draws the entries column by column, from the top left corner. */
  void drawColumns(Graphics2D g, double x, double y, double width) {
    int rows = rows(width);
    for (int i = 0; i < curves.size(); i++) {
      int column = i / rows;
      drawEntry(g, curves.get(i), x + column * widest(), y + (i % rows + 0.5) * ROW_HEIGHT);
    }
  }

  /** Draws the entries in one line that ends at {@code right}. */
  void drawLine(Graphics2D g, double right, double middle) {
    double x = right - curves.stream().mapToDouble(this::entryWidth).sum() + BETWEEN;
    for (Curve curve : curves) {
      drawEntry(g, curve, x, middle);
      x += entryWidth(curve);
    }
  }

  private int rows(double width) {
    int fit = Math.max(1, (int) (width / widest()));
    return Math.ceilDiv(curves.size(), fit);
  }

  private double widest() {
    return curves.stream().mapToDouble(this::entryWidth).max().orElse(1);
  }

  private double entryWidth(Curve curve) {
    return LINE_WIDTH + GAP + new Text(curve.key().orElseThrow(), font).width() + BETWEEN;
  }

  private void drawEntry(Graphics2D g, Curve curve, double x, double middle) {
    Look look = curve.look();
    g.setColor(look.colour());
    if (look.width() > 0) {
      g.setStroke(look.stroke());
      g.draw(new Line2D.Double(x, middle, x + LINE_WIDTH, middle));
    }
    look.glyph()
        .ifPresent(glyph -> CurveLayer.paintGlyph(g, glyph, look, x + LINE_WIDTH / 2, middle));
    g.setColor(Color.BLACK);
    // Half the height of a capital letter below the middle.
    new Text(curve.key().orElseThrow(), font)
        .draw(g, x + LINE_WIDTH + GAP, middle + 0.36 * font.getSize2D());
  }
}
