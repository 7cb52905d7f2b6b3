package org.boardbench.report.chart;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One pair of axes with its curves. The title of the y-axis stands above it, upright, followed by
 * the names of its curves.
 *
 * @param curves later ones are drawn over earlier ones
 * @param bands parts of the x-axis, separated by thin lines
 * @param bandNames whether the bands' names stand above them
 * @param bars below all curves
 */
public record Panel(
    Axis x, Axis y, List<Curve> curves, List<Band> bands, boolean bandNames, List<Bar> bars) {
  public Panel {
    curves = List.copyOf(curves);
    bands = List.copyOf(bands);
    bars = List.copyOf(bars);
  }

  public Panel(Axis x, Axis y, List<Curve> curves, List<Band> bands, boolean bandNames) {
    this(x, y, curves, bands, bandNames, List.of());
  }

  public Panel(Axis x, Axis y, List<Curve> curves) {
    this(x, y, curves, List.of(), false);
  }

  public Panel(Axis x, Axis y, List<Curve> curves, List<Band> bands) {
    this(x, y, curves, bands, false);
  }

  public Panel withBandNames() {
    return new Panel(x, y, curves, bands, true, bars);
  }

  public Panel withBars(List<Bar> drawn) {
    return new Panel(x, y, curves, bands, bandNames, drawn);
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

    /** One around each name of an x-axis, without a name of its own; none of one of numbers. */
    public static List<Band> aroundNames(Axis x) {
      return IntStream.rangeClosed(1, x.names().size())
          .mapToObj(place -> new Band(place - 0.5, place + 0.5, ""))
          .toList();
    }
  }

  /**
   * A piece of a stack.
   *
   * @param x its middle
   * @param width in units of the x-axis
   * @param from one end on the y-axis
   * @param to the other end
   */
  public record Bar(double x, double width, double from, double to, Color colour) {}
}
