package org.boardbench.report.figure;

import java.awt.Color;
import java.util.List;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Look;

/** Makes points hollow that are drawn already: their inside becomes white. */
final class HollowPoints {
  private static final double INSIDE = 0.5;

  private HollowPoints() {}

  static Curve over(Look look, List<Curve.Point> points) {
    Look inside = new Look(Color.WHITE, 0, List.of(), look.glyph(), look.glyphSize() * INSIDE);
    return Curve.unnamed(inside, points);
  }
}
