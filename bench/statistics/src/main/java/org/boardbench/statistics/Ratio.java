package org.boardbench.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A figure of one variant divided by that of another, the base, under the same load. Whatever the
 * figure is, it is the ratio of geometric means: starts differ by factors, and a ratio has no other
 * scale on which less and more are alike.
 *
 * @param estimate above 1 where the variant has more than the base; empty when either has no start
 *     that measured the figure, or a value of 0
 * @param logs the logarithm of the ratio; empty where there is no estimate or either has fewer than
 *     three starts
 */
public record Ratio(
    Design design,
    OptionalDouble estimate,
    int baseStarts,
    int otherStarts,
    Optional<StudentT> logs) {
  /**
   * Of the starts of two variants, in any order.
   *
   * @throws IllegalArgumentException when a value is negative or infinite
   */
  public static Ratio of(List<Start> base, List<Start> other) {
    List<Start> left = base.stream().filter(Start::isMeasured).toList();
    List<Start> right = other.stream().filter(Start::isMeasured).toList();
    Ratio ratio = of(Design.of(left, right), values(left), values(right));
    double ofMessages = Math.hypot(Start.errorOfMessages(left), Start.errorOfMessages(right));
    return new Ratio(
        ratio.design,
        ratio.estimate,
        ratio.baseStarts,
        ratio.otherStarts,
        ratio.logs.map(t -> t.with(ofMessages)));
  }

  /** Those with the same seed are at the same place. */
  private static double[] values(List<Start> starts) {
    return Measured.of(
        starts.stream()
            .sorted(Comparator.comparingLong(start -> start.seed().orElse(0)))
            .mapToDouble(Start::value));
  }

  /**
   * By a design that was chosen beforehand.
   *
   * @param base measured values; of pairs, in the order of {@code other}
   */
  static Ratio of(Design design, double[] base, double[] other) {
    double[] left = Measured.logs(base);
    double[] right = Measured.logs(other);
    int least = Math.min(base.length, other.length);
    boolean hasRatio = least > 0 && !Measured.hasZero(base) && !Measured.hasZero(other);
    Optional<StudentT> logs =
        hasRatio && least >= Refusal.LEAST_STARTS
            ? Optional.of(
                design == Design.PAIRED
                    ? StudentT.ofPairs(left, right)
                    : StudentT.ofDifference(left, right))
            : Optional.empty();
    return new Ratio(
        design,
        hasRatio ? OptionalDouble.of(Math.exp(mean(right) - mean(left))) : OptionalDouble.empty(),
        base.length,
        other.length,
        logs);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** The 95 % interval of the ratio. */
  public Bounds bounds() {
    return bounds(Interval.CONFIDENCE);
  }

  public Bounds bounds(double confidence) {
    return bounds(confidence, Optional.empty());
  }

  /**
   * The interval of the ratio, at least as wide as what a machine makes of equal variants with as
   * many starts.
   *
   * @param floor of the figure; empty where nobody measured it
   */
  public Bounds bounds(double confidence, Optional<NoiseFloor> floor) {
    if (logs.isEmpty()) {
      return leastStarts() < Refusal.LEAST_STARTS
          ? Refusal.tooFewStarts(leastStarts())
          : Refusal.zero();
    }
    double middle = logs.get().value();
    double half = halfWidth(confidence, floor);
    return new Interval(Math.exp(middle - half), Math.exp(middle + half), confidence);
  }

  /** Of the interval of the logarithm, which must be known; the floor's where that is greater. */
  double halfWidth(double confidence, Optional<NoiseFloor> floor) {
    double ofNoise =
        floor.map(noise -> noise.halfWidth(baseStarts, otherStarts, confidence)).orElse(0.0);
    return Math.max(logs.orElseThrow().halfWidth(confidence), ofNoise);
  }

  /** Starts of the variant that has fewer. */
  int leastStarts() {
    return Math.min(baseStarts, otherStarts);
  }

  /**
   * How likely an estimate at least so far away would be, if the ratio were this; what several
   * claims need, see {@link Holm}. Empty where there is no interval.
   *
   * @param truth more than 0
   */
  public OptionalDouble p(double truth) {
    return p(truth, Optional.empty());
  }

  /**
   * The same by the interval that is at least as wide as the floor: the least chance of error at
   * which it does not hold the truth.
   *
   * @param floor of the figure; empty where nobody measured it
   */
  public OptionalDouble p(double truth, Optional<NoiseFloor> floor) {
    if (logs.isEmpty()) {
      return OptionalDouble.empty();
    }
    double distance = logs.get().value() - Math.log(truth);
    double ofNoise = floor.map(noise -> noise.p(distance, baseStarts, otherStarts)).orElse(0.0);
    return OptionalDouble.of(Math.max(logs.get().p(Math.log(truth)), ofNoise));
  }

  /**
   * The standard deviation of starts of either variant, about relative to their mean: of the
   * logarithms; of pairs, what their repetitions do not have in common. Empty where there is no
   * interval.
   */
  public OptionalDouble spread() {
    return logs.isPresent()
        ? OptionalDouble.of(
            logs.get().standardError() / Math.sqrt(1.0 / baseStarts + 1.0 / otherStarts))
        : OptionalDouble.empty();
  }

  /**
   * How many starts of each variant it takes until the interval does not reach a bound, if estimate
   * and spread stay as they are: what decides a claim of which the bound is the edge.
   *
   * @param bound more than 0
   * @return more than the variant with fewer has; empty when it takes more than {@link
   *     StartsNeeded#MOST}, or nobody can say
   */
  public OptionalInt startsNeeded(double bound, double confidence) {
    return startsNeeded(bound, confidence, Optional.empty());
  }

  /**
   * The same of the interval that is at least as wide as the floor.
   *
   * @param floor of the figure; empty where nobody measured it
   */
  public OptionalInt startsNeeded(double bound, double confidence, Optional<NoiseFloor> floor) {
    if (logs.isEmpty()) {
      return OptionalInt.empty();
    }
    double distance = Math.abs(logs.get().value() - Math.log(bound));
    double deviation = spread().orElseThrow();
    return moreStarts(
        StartsNeeded.least(n -> halfWidth(deviation, n, confidence, floor) <= distance));
  }

  /** What is open is not decided by as many starts as there are. */
  OptionalInt moreStarts(OptionalInt needed) {
    return needed.isPresent()
        ? OptionalInt.of(Math.max(needed.getAsInt(), leastStarts() + 1))
        : needed;
  }

  /** The floor's, of two variants with so many starts each, where that is greater. */
  double halfWidth(double deviation, int starts, double confidence, Optional<NoiseFloor> floor) {
    return Math.max(
        halfWidth(deviation, starts, confidence),
        floor.map(noise -> noise.halfWidth(starts, starts, confidence)).orElse(0.0));
  }

  /**
   * Of the interval of the logarithm, which must be known, if each variant had so many starts of
   * this deviation, with messages that leave as much open.
   */
  double halfWidth(double deviation, int starts, double confidence) {
    double ofStarts = StudentT.quantile(confidence, degreesOfFreedom(starts)) * deviation;
    double ofMessages =
        StudentT.normalQuantile(confidence)
            * logs.orElseThrow().messagesError()
            / Math.sqrt(1.0 / baseStarts + 1.0 / otherStarts);
    return Math.max(ofStarts, ofMessages) * Math.sqrt(2.0 / starts);
  }

  /**
   * If each variant had so many starts: where one spreads more than the other, that one counts
   * most, as it does now. Never fewer than those of one variant alone.
   */
  private double degreesOfFreedom(int starts) {
    double most = design.mostDegreesOfFreedom(baseStarts, otherStarts);
    double part = Math.min(1, logs.orElseThrow().degreesOfFreedom() / most);
    return Math.max(starts - 1, part * design.mostDegreesOfFreedom(starts, starts));
  }
}
