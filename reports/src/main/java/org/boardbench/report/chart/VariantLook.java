package org.boardbench.report.chart;

import static org.boardbench.report.chart.Palette.BLUE;
import static org.boardbench.report.chart.Palette.GREEN;
import static org.boardbench.report.chart.Palette.GREY;
import static org.boardbench.report.chart.Palette.ORANGE;
import static org.boardbench.report.chart.Palette.PURPLE;
import static org.boardbench.report.chart.Palette.SKY_BLUE;
import static org.boardbench.report.chart.Palette.VERMILION;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import org.boardbench.report.statistics.Variants;

/**
 * The look of a variant, which its place in the plan decides: it is the same in all figures and
 * reports of one plan, whatever others are drawn. Where the plan has groups, it is the place in the
 * group, so that groups with the same servers in one order show each in one look. Each of the first
 * seven has a colour of its own, and each of the first nine a glyph, which tells them apart in
 * grey; no two of sixty-three have both in common. The floor, which others are seen against, is a
 * thin grey line with small glyphs.
 */
public final class VariantLook {
  private static final List<Double> SOLID = List.of();
  private static final List<Double> DASHED = List.of(4.0, 1.5);
  private static final List<Double> FINE_DASHED = List.of(3.0, 2.0);

  private static final Look FLOOR = new Look(GREY, 0.6, FINE_DASHED, Optional.of(Glyph.PLUS), 2.6);

  private static final List<Color> COLOURS =
      List.of(BLUE, SKY_BLUE, GREEN, VERMILION, PURPLE, ORANGE, Color.BLACK);

  /** The second colour of a hue is dashed. */
  private static final List<List<Double>> DASHES =
      List.of(SOLID, DASHED, SOLID, SOLID, DASHED, DASHED, SOLID);

  private static final List<Glyph> GLYPHS =
      List.of(
          Glyph.CIRCLE,
          Glyph.SQUARE,
          Glyph.TRIANGLE_UP,
          Glyph.DIAMOND,
          Glyph.TRIANGLE_DOWN,
          Glyph.PENTAGON,
          Glyph.CROSS,
          Glyph.STAR,
          Glyph.HOURGLASS);

  private VariantLook() {}

  /** A line with points, for figures of one group of variants. */
  public static Look of(Variants variants, String name) {
    return variants.isFloor(name) ? FLOOR : at(variants.placeInGroup(name));
  }

  /** A line with points, for figures of all variants, whatever groups they are in. */
  public static Look amongAll(Variants variants, String name) {
    return variants.isFloor(name) ? FLOOR : at(variants.place(name));
  }

  /**
   * The look of a place.
   *
   * @param place counts from 1
   */
  public static Look at(int place) {
    int i = place - 1;
    return new Look(
        COLOURS.get(i % COLOURS.size()),
        1,
        DASHES.get(i % DASHES.size()),
        Optional.of(GLYPHS.get(i % GLYPHS.size())),
        4.2);
  }
}
