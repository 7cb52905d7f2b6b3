package org.boardbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FigurePainterTest {
  private static final Color INK = new Color(0xD55E00);

  @Test
  void drawsAHollowPointAsAnEdgeAroundWhite() {
    long filled = inked(painted(new Curve.Point(5, 5), ""));
    long hollow = inked(painted(new Curve.Point(5, 5, true, ""), ""));

    assertThat(hollow).isBetween(filled / 20, filled / 2);
  }

  @Test
  void writesThePointsLabelBesideIt() {
    BufferedImage without = painted(new Curve.Point(5, 5, true, ""), "");
    BufferedImage with = painted(new Curve.Point(5, 5, true, "send-delay +2"), "");

    assertThat(dark(with)).isGreaterThan(dark(without));
  }

  @Test
  void saysBelowTheLegendWhatHollowMeans() {
    int without = painted(new Curve.Point(5, 5, true, ""), "").getHeight();
    int with = painted(new Curve.Point(5, 5, true, ""), "does not stand").getHeight();
    int wrapped =
        painted(new Curve.Point(5, 5, true, ""), "does not stand ".repeat(12)).getHeight();

    assertThat(with).isGreaterThan(without);
    assertThat(wrapped).isGreaterThan(with);
  }

  private static BufferedImage painted(Curve.Point point, String hollow) {
    Look look = new Look(INK, 0, List.of(), Optional.of(Glyph.CIRCLE), 20);
    Axis axis = Axis.between("Users", 0, 10);
    Panel panel = new Panel(axis, axis, List.of(Curve.unnamed(look, List.of(point))));
    FigurePainter painter =
        new FigurePainter(
            new Figure("f", "A figure.", 60, 40, 1, List.of(panel), List.of(), hollow));
    BufferedImage image =
        new BufferedImage(painter.width(), painter.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    painter.paint(g);
    g.dispose();
    return image;
  }

  private static long inked(BufferedImage image) {
    return pixels(image).filter(rgb -> (rgb & 0xFFFFFF) == (INK.getRGB() & 0xFFFFFF)).count();
  }

  private static long dark(BufferedImage image) {
    return pixels(image).filter(rgb -> new Color(rgb).equals(INK.darker())).count();
  }

  private static IntStream pixels(BufferedImage image) {
    return Arrays.stream(
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
  }
}
