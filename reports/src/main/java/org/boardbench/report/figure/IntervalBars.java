package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Look;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.statistics.Interval;

/**
 * The intervals of estimates as bars. Of three starts that differ, an interval may reach over
 * decades: an axis follows it only so far that the starts can still be told apart, and a bar that
 * is cut off there has no end.
 */
final class IntervalBars {
  private static final double WIDTH = 0.8;

  /** Of an end, to each side of the bar, as a part of the axis of loads. */
  private static final double END = 0.006;

  /** An axis goes this much further than the starts, as a factor. */
  private static final double FURTHER = 1.5;

  private final Measure measure;
  private final Axis axis;
  private final LoadAxis loads;
  private final double end;

  /**
   * @param axis of the measure
   */
  IntervalBars(Measure measure, Axis axis, LoadAxis loads) {
    this.measure = measure;
    this.axis = axis;
    this.loads = loads;
    end = loads.span() * END;
  }

  /** The values that an axis must show, and the ends of intervals that are not far beyond. */
  static DoubleStream withEnds(double[] values, List<StageGroup> groups, Measure measure) {
    double[] measured = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double least = Arrays.stream(measured).min().orElse(Double.NaN) / FURTHER;
    double greatest = Arrays.stream(measured).max().orElse(Double.NaN) * FURTHER;
    return DoubleStream.concat(
        Arrays.stream(values),
        groups.stream()
            .flatMap(group -> measure.of(group).interval().stream())
            .flatMapToDouble(one ->
                DoubleStream.of(Math.max(one.low(), least), Math.min(one.high(), greatest))));
  }

  Curve of(List<StageGroup> own, Look look, double shift) {
    List<Curve.Point> points = new ArrayList<>();
    for (StageGroup group : own) {
      Optional<Interval> interval = measure.of(group).interval();
      interval.ifPresent(known -> add(points, loads.x(group) + shift, known));
    }
    return Curve.unnamed(Look.line(look.colour(), WIDTH), points);
  }

  private void add(List<Curve.Point> points, double x, Interval interval) {
    line(
        points,
        new Curve.Point(x, Math.max(interval.low(), axis.min())),
        new Curve.Point(x, Math.min(interval.high(), axis.max())));
    for (double value : new double[] {interval.low(), interval.high()}) {
      if (axis.min() <= value && value <= axis.max()) {
        line(points, new Curve.Point(x - end, value), new Curve.Point(x + end, value));
      }
    }
  }

  private static void line(List<Curve.Point> points, Curve.Point from, Curve.Point to) {
    points.add(from);
    points.add(to);
    points.add(new Curve.Point(to.x(), Double.NaN));
  }
}
