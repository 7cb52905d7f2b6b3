package org.boardbench.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One axis.
 *
 * @param title with the unit in parentheses, unless its ticks have it
 * @param names of 1, 2, 3, …, which are at an x-axis instead of numbers; empty for numbers
 * @param longTimes whether it is of milliseconds that reach so far that long ones read better in
 *     seconds
 */
public record Axis(
    String title,
    double min,
    double max,
    boolean logarithmic,
    List<String> names,
    boolean longTimes) {
  private static final double LONG_MS = 10_000;
  private static final double LOGARITHMIC_FROM = 100;

  /** Up to this part of the axis, a point has room for an arrow above it in the least panel. */
  private static final double ARROW_FITS = 0.92;

  private static final double WHOLE_PCT = 100;
  private static final double ROOM_ABOVE = 1.04;

  private static final List<Double> ROUND = List.of(1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0);
  private static final List<Double> ROUND_LOGARITHMIC = List.of(1.0, 2.0, 5.0, 10.0);

  public Axis {
    names = List.copyOf(names);
  }

  public Axis(String title, double min, double max, boolean logarithmic) {
    this(title, min, max, logarithmic, List.of(), false);
  }

  /** The same axis under another title. */
  public Axis titled(String other) {
    return new Axis(other, min, max, logarithmic, names, longTimes);
  }

  /** An x-axis of things that have names: the first is at 1, the second at 2. */
  public static Axis named(String title, List<String> names) {
    return new Axis(title, 0.5, names.size() + 0.5, false, names, false);
  }

  /** A linear axis from zero to a round number above all values; NaN counts for nothing. */
  public static Axis fromZero(String title, DoubleStream values) {
    double max = values.filter(v -> !Double.isNaN(v)).max().orElse(0);
    return new Axis(title, 0, max > 0 ? roundUp(max * 1.01, ROUND) : 1, false);
  }

  /**
   * The same for shares in percent: where it reaches 100, it ends right above, with room for a
   * point.
   */
  public static Axis ofShares(String title, DoubleStream values) {
    double[] shares = values.toArray();
    Axis axis = fromZero(title, DoubleStream.of(shares));
    boolean isLong = axis.max() > WHOLE_PCT;
    return isLong && DoubleStream.of(shares).noneMatch(v -> v > WHOLE_PCT)
        ? between(title, 0, ROOM_ABOVE * WHOLE_PCT)
        : axis;
  }

  /** A linear axis with exactly these bounds. */
  public static Axis between(String title, double min, double max) {
    return new Axis(title, min, max, false);
  }

  /**
   * An axis for times in ms: logarithmic when they span more than two decades, else from zero. A
   * value of zero or less, which a logarithmic axis cannot show, keeps it linear: nothing is
   * dropped.
   */
  public static Axis times(String title, DoubleStream values) {
    double[] measured = values.filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (measured.length == 0
        || measured[0] <= 0
        || measured[measured.length - 1] <= LOGARITHMIC_FROM * measured[0]) {
      return fromZero(title, DoubleStream.of(measured)).withTimes();
    }
    return new Axis(
            title,
            Math.pow(10, Math.floor(Math.log10(measured[0]))),
            roundUp(measured[measured.length - 1], ROUND_LOGARITHMIC),
            true)
        .withTimes();
  }

  /**
   * The same, so long that an arrow has room above the marked ones of the values, which are lower
   * bounds.
   */
  public static Axis times(String title, DoubleStream values, DoubleStream marked) {
    Axis axis = times(title, values);
    double highest = marked.filter(v -> !Double.isNaN(v)).max().orElse(axis.min());
    while (axis.place(highest) > ARROW_FITS) {
      axis = axis.longer();
    }
    return axis.withTimes();
  }

  /** Where a value is, as a part of the axis. */
  private double place(double value) {
    return logarithmic ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
  }

  /** To the next round number. */
  private Axis longer() {
    double end = roundUp(max * 1.01, logarithmic ? ROUND_LOGARITHMIC : ROUND);
    return new Axis(title, min, end, logarithmic);
  }

  /** The ticks of long times have units of their own, and the title has none. */
  private Axis withTimes() {
    boolean isLong = max >= LONG_MS;
    return new Axis(
        isLong ? title.replace(" (ms)", "") : title, min, max, logarithmic, names, isLong);
  }

  /**
   * A logarithmic axis from the decade of the least value to a round number above the greatest,
   * whatever they span. Values that it cannot show, which are zero and less, and NaN count for
   * nothing; where no other is there, it is linear.
   */
  public static Axis logarithmic(String title, DoubleStream values) {
    double[] shown = values.filter(v -> v > 0).sorted().toArray();
    if (shown.length == 0) {
      return fromZero(title, DoubleStream.empty());
    }
    double min = Math.pow(10, Math.floor(Math.log10(shown[0])));
    double max = roundUp(shown[shown.length - 1] * 1.01, ROUND_LOGARITHMIC);
    return new Axis(title, min, max, true);
  }

  /** A linear axis around zero and all values, with round numbers at its ends. */
  public static Axis aroundZero(String title, DoubleStream values) {
    double[] all = values.filter(v -> !Double.isNaN(v)).toArray();
    double above = fromZero("", DoubleStream.of(all).map(v -> Math.max(0, v))).max();
    return DoubleStream.of(all).anyMatch(v -> v < 0)
        ? between(title, -fromZero("", DoubleStream.of(all).map(v -> Math.max(0, -v))).max(), above)
        : between(title, 0, above);
  }

  private static double roundUp(double value, List<Double> steps) {
    double decade = Math.pow(10, Math.floor(Math.log10(value)));
    return steps.stream().map(s -> s * decade).filter(s -> s >= value).findFirst().orElseThrow();
  }
}
