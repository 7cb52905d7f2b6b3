package org.boardbench.report.chart;

import java.util.List;

/**
 * One pair of axes with its curves. The title of the y-axis stands above it, upright, followed by
 * the names of its curves.
 *
 * @param curves later ones are drawn over earlier ones
 * @param bands parts of the x-axis, separated by thin lines
 * @param bandNames whether the bands' names stand above them
 */
public record Panel(Axis x, Axis y, List<Curve> curves, List<Band> bands, boolean bandNames) {
  public Panel {
    curves = List.copyOf(curves);
    bands = List.copyOf(bands);
  }

  public Panel(Axis x, Axis y, List<Curve> curves) {
    this(x, y, curves, List.of(), false);
  }

  public Panel(Axis x, Axis y, List<Curve> curves, List<Band> bands) {
    this(x, y, curves, bands, false);
  }

  public Panel withBandNames() {
    return new Panel(x, y, curves, bands, true);
  }

  /** Whether a band has something to say below its name. */
  boolean hasRemarks() {
    return bandNames && bands.stream().anyMatch(band -> !band.remark().isEmpty());
  }

  /**
   * From {@code start} to {@code end} on the x-axis.
   *
   * @param remark stands below the name; may be empty
   */
  public record Band(double start, double end, String name, String remark) {
    public Band(double start, double end, String name) {
      this(start, end, name, "");
    }
  }
}
