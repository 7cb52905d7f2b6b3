package org.boardbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FigurePainterTest {
  private static final Color INK = new Color(0xD55E00);
  private static final Axis AXIS = Axis.between("Users", 0, 10);

  @Test
  void drawsAHollowPointAsAnEdgeAroundWhite() {
    long filled = inked(painted(new Curve.Point(5, 5), ""));
    long hollow = inked(painted(new Curve.Point(5, 5, true, ""), ""));

    assertThat(hollow).isBetween(filled / 20, filled / 2);
  }

  @Test
  void noLineJoinsAnInvalidPointWithOthers() {
    long joined = inked(painted(figure(lined(false))));
    long apart = inked(painted(figure(lined(true))));

    assertThat(apart).isLessThan(joined / 2);
  }

  private static Panel lined(boolean isHollow) {
    Look look = Look.line(INK, 2);
    return new Panel(
        AXIS,
        AXIS,
        List.of(
            Curve.unnamed(
                look,
                List.of(
                    new Curve.Point(1, 5),
                    new Curve.Point(5, 5, isHollow, ""),
                    new Curve.Point(9, 5)))));
  }

  @Test
  void drawsAnArrowAboveAPointThatMayBeGreater() {
    BufferedImage without = painted(new Curve.Point(5, 5), "");
    BufferedImage with = painted(new Curve.Point(5, 5, false, "", true), "");

    assertThat(inked(with)).isGreaterThan(inked(without));
    assertThat(topInk(with)).isLessThan(topInk(without) - Math.round(PaperUnits.pt(3)));
  }

  @Test
  void drawsTheWholeArrowOfTheGreatestTimeWithinThePlot() {
    Look look = new Look(INK, 0, List.of(), Optional.of(Glyph.CIRCLE), 4.6);
    double greatest = 1_990;
    Axis times = Axis.times("RTT (ms)", DoubleStream.of(2, greatest), DoubleStream.of(greatest));
    Curve curve = Curve.unnamed(look, List.of(new Curve.Point(5, greatest, false, "", true)));

    // Below the line with the title and the padding under it.
    assertThat(topInk(painted(figure(new Panel(AXIS, times, List.of(curve))))))
        .isGreaterThan(Math.round(PaperUnits.pt(12)));
  }

  @Test
  void saysBelowTheLegendWhatAnArrowMeans() {
    Figure figure = figure(new Panel(AXIS, AXIS, List.of()));

    assertThat(painted(figure.withAtLeast("at least")).getHeight())
        .isGreaterThan(painted(figure).getHeight());
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
    int with = painted(new Curve.Point(5, 5, true, ""), "invalid").getHeight();
    int wrapped =
        painted(new Curve.Point(5, 5, true, ""), "invalid, for a reason ".repeat(12)).getHeight();

    assertThat(with).isGreaterThan(without);
    assertThat(wrapped).isGreaterThan(with);
  }

  @Test
  void writesARemarkAboveAll() {
    Figure figure = figure(new Panel(AXIS, AXIS, List.of()));

    assertThat(painted(figure.withRemark("Quick run")).getHeight())
        .isGreaterThan(painted(figure).getHeight());
  }

  @Test
  void fillsABarBetweenItsEndsWhicheverIsTheLower() {
    long up = inked(painted(figure(barred(0, 5))));
    long down = inked(painted(figure(barred(5, 0))));
    long half = inked(painted(figure(barred(0, 2.5))));

    assertThat(up).isEqualTo(down).isBetween(half * 19 / 10, half * 22 / 10);
  }

  @Test
  void namesTheXAxesOfARowWhoseNextRowHasOthers() {
    Axis other = Axis.between("Boards", 0, 10);
    Panel users = new Panel(AXIS, AXIS, List.of());
    Panel boards = new Panel(other, AXIS, List.of());

    assertThat(figure(users, boards).namesX(0)).isTrue();
    assertThat(figure(users, users).namesX(0)).isFalse();
    assertThat(figure(users, users).namesX(1)).isTrue();
    assertThat(painted(figure(users, boards)).getHeight())
        .isEqualTo(painted(figure(users, users)).getHeight() + PanelPainter.X_TITLE_HEIGHT);
  }

  private static Panel barred(double from, double to) {
    return new Panel(AXIS, AXIS, List.of()).withBars(List.of(new Panel.Bar(5, 4, from, to, INK)));
  }

  private static Figure figure(Panel... panels) {
    return new Figure("f", "A figure.", 60, 40, 1, List.of(panels), List.of());
  }

  private static BufferedImage painted(Curve.Point point, String hollow) {
    Look look = new Look(INK, 0, List.of(), Optional.of(Glyph.CIRCLE), 20);
    Panel panel = new Panel(AXIS, AXIS, List.of(Curve.unnamed(look, List.of(point))));
    return painted(new Figure("f", "A figure.", 60, 40, 1, List.of(panel), List.of(), hollow));
  }

  private static BufferedImage painted(Figure figure) {
    FigurePainter painter = new FigurePainter(figure);
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

  /** The highest row that has the curve's colour. */
  private static int topInk(BufferedImage image) {
    int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return IntStream.range(0, rgb.length)
            .filter(i -> (rgb[i] & 0xFFFFFF) == (INK.getRGB() & 0xFFFFFF))
            .findFirst()
            .orElseThrow()
        / image.getWidth();
  }

  private static long dark(BufferedImage image) {
    return pixels(image).filter(rgb -> new Color(rgb).equals(INK.darker())).count();
  }

  private static IntStream pixels(BufferedImage image) {
    return Arrays.stream(
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
  }
}
