package org.boardbench.report.chart;

/** Sizes on paper in the units that figures are drawn in. */
public final class PaperUnits {
  public static final int UNITS_PER_INCH = 300;

  /** The width of one column of a two-column paper, and of both. */
  public static final double COLUMN_MM = 88;

  public static final double PAGE_MM = 180;

  private static final double MM_PER_INCH = 25.4;
  private static final double POINTS_PER_INCH = 72;

  private PaperUnits() {}

  public static int mm(double mm) {
    return (int) Math.round(mm / MM_PER_INCH * UNITS_PER_INCH);
  }

  public static float pt(double points) {
    return (float) (points / POINTS_PER_INCH * UNITS_PER_INCH);
  }
}
