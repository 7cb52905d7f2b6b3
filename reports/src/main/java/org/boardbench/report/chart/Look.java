package org.boardbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Optional;

/**
 * How a curve looks. Widths, dashes and sizes are in points on paper.
 *
 * @param width 0 draws no line
 * @param dash empty for a solid line
 * @param glyph of the data points; empty draws none
 */
public record Look(
    Color colour, double width, List<Double> dash, Optional<Glyph> glyph, double glyphSize) {
  public Look {
    dash = List.copyOf(dash);
  }

  /** A solid line without points. */
  public static Look line(Color colour, double width) {
    return new Look(colour, width, List.of(), Optional.empty(), 0);
  }

  /** The same points, smaller, and no line between them. */
  public Look pointsOnly(double size) {
    return new Look(colour, 0, List.of(), glyph, size);
  }

  /** The same in a paler colour, for what must not be taken for the finding. */
  public Look faint() {
    return new Look(Palette.faint(colour), width, dash, glyph, glyphSize);
  }

  /** The same line without points. */
  public Look lineOnly() {
    return new Look(colour, width, dash, Optional.empty(), 0);
  }

  BasicStroke stroke() {
    float[] pattern = new float[dash.size()];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = PaperUnits.pt(dash.get(i));
    }
    return new BasicStroke(
        PaperUnits.pt(width),
        pattern.length == 0 ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        1,
        pattern.length == 0 ? null : pattern,
        0);
  }
}
