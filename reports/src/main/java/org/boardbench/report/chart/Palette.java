package org.boardbench.report.chart;

import java.awt.Color;

/**
 * The colours of Okabe and Ito, which colour-blind readers can tell apart, without their yellow,
 * which is too pale for a line on white.
 */
public final class Palette {
  public static final Color BLUE = new Color(0x0072B2);
  public static final Color SKY_BLUE = new Color(0x56B4E9);
  public static final Color GREEN = new Color(0x009E73);
  public static final Color PURPLE = new Color(0xCC79A7);
  public static final Color VERMILION = new Color(0xD55E00);
  public static final Color ORANGE = new Color(0xE69F00);
  public static final Color GREY = new Color(0x666666);

  private Palette() {}

  /** Half way to white. */
  public static Color faint(Color colour) {
    return new Color(half(colour.getRed()), half(colour.getGreen()), half(colour.getBlue()));
  }

  private static int half(int channel) {
    return (channel + 255) / 2;
  }
}
