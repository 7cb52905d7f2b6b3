package org.boardbench.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/**
 * A figure of one variant under one load, over its starts.
 *
 * @param mean in the figure's unit: geometric of times, arithmetic of all else; empty when no start
 *     measured it
 * @param starts that measured it
 * @param scaled the mean as it was computed, of times that of their natural logarithms; empty where
 *     there are fewer than three starts, or a time is 0
 */
public record Estimate(
    FigureKind kind, OptionalDouble mean, int starts, Optional<StudentT> scaled) {
  /**
   * Over the values of the starts, in any order.
   *
   * @param values one for each start; NaN where it was not measured
   * @throws IllegalArgumentException when a value is negative or infinite
   */
  public static Estimate of(FigureKind kind, DoubleStream values) {
    double[] measured = Measured.of(values);
    double[] scaled = Arrays.stream(measured).map(kind::toScale).toArray();
    boolean isFinite = Arrays.stream(scaled).allMatch(Double::isFinite);
    OptionalDouble mean = Arrays.stream(scaled).average();
    return new Estimate(
        kind,
        mean.isPresent()
            // What is of one start is shown as it was measured, to the last digit.
            ? OptionalDouble.of(
                measured.length == 1 ? measured[0] : kind.fromScale(mean.getAsDouble()))
            : OptionalDouble.empty(),
        scaled.length,
        isFinite && scaled.length >= Refusal.LEAST_STARTS
            ? Optional.of(StudentT.ofMean(scaled))
            : Optional.empty());
  }

  /**
   * Over starts, in any order. Of times the interval is at least as wide as their messages leave
   * it.
   *
   * @throws IllegalArgumentException when a value is negative or infinite
   */
  public static Estimate of(FigureKind kind, List<Start> starts) {
    List<Start> measured = starts.stream().filter(Start::isMeasured).toList();
    Estimate estimate = of(kind, measured.stream().mapToDouble(Start::value));
    return kind == FigureKind.TIME
        ? new Estimate(
            kind,
            estimate.mean,
            estimate.starts,
            estimate.scaled.map(t -> t.with(Start.errorOfMessages(measured))))
        : estimate;
  }

  /** The 95 % interval of the mean, in the figure's unit. */
  public Bounds bounds() {
    return bounds(Interval.CONFIDENCE);
  }

  /**
   * The interval of the mean, in the figure's unit. It does not reach where no mean can be: below
   * 0, and of a share above 100 %.
   */
  public Bounds bounds(double confidence) {
    if (scaled.isEmpty()) {
      return starts < Refusal.LEAST_STARTS ? Refusal.tooFewStarts(starts) : Refusal.zero();
    }
    StudentT t = scaled.get();
    double half = t.halfWidth(confidence);
    return new Interval(
        Math.max(0, kind.fromScale(t.value() - half)),
        Math.min(kind.most(), kind.fromScale(t.value() + half)),
        confidence);
  }

  /**
   * How far the interval reaches above the mean, relative to it; empty where there is no interval.
   */
  public OptionalDouble halfWidth(double confidence) {
    return relative(scaled.map(t -> t.halfWidth(confidence)));
  }

  /**
   * The standard deviation of the starts, relative to the mean; empty where there is no interval.
   */
  public OptionalDouble spread() {
    return relative(scaled.map(t -> t.standardError() * Math.sqrt(starts)));
  }

  private OptionalDouble relative(Optional<Double> distance) {
    if (distance.isEmpty()) {
      return OptionalDouble.empty();
    }
    double known = distance.get();
    return OptionalDouble.of(known == 0 ? 0 : kind.relative(known, mean.orElseThrow()));
  }

  /**
   * How many starts the interval needs to reach no farther above the mean than this, if they go on
   * to differ as they do.
   *
   * @param halfWidth relative to the mean, more than 0
   * @return empty when it takes more than {@link StartsNeeded#MOST}, or nobody can say
   */
  public OptionalInt startsNeeded(double halfWidth, double confidence) {
    if (scaled.isEmpty()) {
      return OptionalInt.empty();
    }
    StudentT t = scaled.get();
    double deviation = t.standardError() * Math.sqrt(starts);
    double ofMessages = StudentT.normalQuantile(confidence) * t.messagesError() * Math.sqrt(starts);
    double distance = kind.distance(halfWidth, mean.orElseThrow());
    return StartsNeeded.least(n ->
        Math.max(StudentT.quantile(confidence, n - 1) * deviation, ofMessages) / Math.sqrt(n)
            <= distance);
  }
}
