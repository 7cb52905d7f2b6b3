package org.boardbench.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sentence in lines beside a legend: what a sign at a point means, or what must not be missed.
 */
final class Note {
  private static final double LINE_HEIGHT = PaperUnits.pt(9);
  private static final double INDENT = PaperUnits.pt(18);
  private static final double GLYPH_MIDDLE = PaperUnits.pt(7.5);
  private static final Look LOOK =
      new Look(new Color(0x444444), 0, List.of(), Optional.of(Glyph.CIRCLE), 4.2);

  private final Font font;
  private final Sign sign;
  private final double indent;
  private final List<String> lines;

  private enum Sign {
    NONE,
    HOLLOW,
    AT_LEAST
  }

  private Note(String text, Font font, double width, Sign sign) {
    this.font = font;
    this.sign = sign;
    indent = sign == Sign.NONE ? 0 : INDENT;
    lines = text.isEmpty() ? List.of() : wrapped(text, font, width - indent);
  }

  /**
   * After a hollow point.
   *
   * @param text nothing is drawn when it is empty
   */
  static Note ofHollow(String text, Font font, double width) {
    return new Note(text, font, width, Sign.HOLLOW);
  }

  /**
   * After a point with an arrow.
   *
   * @param text nothing is drawn when it is empty
   */
  static Note ofAtLeast(String text, Font font, double width) {
    return new Note(text, font, width, Sign.AT_LEAST);
  }

  /**
   * @param text nothing is drawn when it is empty
   */
  static Note plain(String text, Font font, double width) {
    return new Note(text, font, width, Sign.NONE);
  }

  double height() {
    return lines.size() * LINE_HEIGHT;
  }

  /** Draws from the top left corner. */
  void draw(Graphics2D g, double x, double y) {
    for (int i = 0; i < lines.size(); i++) {
      double middle = y + (i + 0.5) * LINE_HEIGHT;
      if (i == 0) {
        drawSign(g, x + GLYPH_MIDDLE, middle);
      }
      g.setColor(Color.BLACK);
      new Text(lines.get(i), font).draw(g, x + indent, middle + 0.36 * font.getSize2D());
    }
  }

  private void drawSign(Graphics2D g, double x, double middle) {
    switch (sign) {
      case HOLLOW -> CurveLayer.paintHollow(g, Glyph.CIRCLE, LOOK, x, middle);
      case AT_LEAST -> {
        double lower = middle + CurveLayer.ARROW_LENGTH / 2;
        CurveLayer.paintGlyph(g, Glyph.CIRCLE, LOOK, x, lower);
        CurveLayer.paintAtLeast(g, LOOK, x, lower);
      }
      case NONE -> {}
    }
  }

  private static List<String> wrapped(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && new Text(longer, font).width() > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return List.copyOf(lines);
  }
}
