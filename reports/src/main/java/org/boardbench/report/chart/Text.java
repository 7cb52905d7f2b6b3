package org.boardbench.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;

/** A line of text, drawn as outlines: vector files then need no font where they are read. */
final class Text {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private final TextLayout layout;

  Text(String text, Font font) {
    // A layout of nothing cannot be made.
    layout = new TextLayout(text.isEmpty() ? " " : text, font, EXACT);
  }

  double width() {
    return layout.getAdvance();
  }

  /** Draws in the current colour; {@code x} is the left end, {@code y} the base line. */
  void draw(Graphics2D g, double x, double y) {
    g.fill(layout.getOutline(AffineTransform.getTranslateInstance(x, y)));
  }

  /** Draws the edges of the letters in the current colour and stroke. */
  void drawOutline(Graphics2D g, double x, double y) {
    g.draw(layout.getOutline(AffineTransform.getTranslateInstance(x, y)));
  }

  void drawCentred(Graphics2D g, double x, double y) {
    draw(g, x - width() / 2, y);
  }
}
