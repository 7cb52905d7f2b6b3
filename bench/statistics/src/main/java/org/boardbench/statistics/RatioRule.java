package org.boardbench.statistics;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * When two variants count as different, fixed before their values are seen.
 *
 * @param counts the least difference that matters, relative and more than 0: 0.05 says that 1/1.05
 *     to 1.05 is as good as equal
 * @param confidence of what is said, more than 0.5: 0.95 for 95 %
 * @param floor what the machine makes of nothing in this figure; empty where nobody measured it
 */
public record RatioRule(double counts, double confidence, Optional<NoiseFloor> floor) {
  /** How often a difference that matters is to be found by the starts that a verdict asks for. */
  private static final double POWER = 0.8;

  public RatioRule {
    if (!(counts > 0 && Double.isFinite(counts))) {
      throw new IllegalArgumentException("counts must be more than 0: " + counts);
    }
    Interval.checkConfidence(2 * confidence - 1);
  }

  /**
   * Different, when the interval does not hold 1. No difference, when two one-sided tests say that
   * it is smaller than what counts; so a difference that is surely there and surely too small is
   * none. Both by the interval's width or, if that is greater, by what the floor makes of equal
   * variants with as many starts: a few starts that happen to agree are no proof.
   */
  public RatioVerdict verdict(FigureKind kind, Ratio ratio) {
    if (ratio.logs().isEmpty()) {
      return refused(ratio);
    }
    double distance = Math.abs(ratio.logs().get().value());
    // Two one-sided tests at 5 % are a two-sided interval of 90 %.
    if (distance + ratio.halfWidth(2 * confidence - 1, floor) <= margin()) {
      return RatioVerdict.of(
          Answer.NO_DIFFERENCE, "no difference larger than " + Percent.of(counts));
    }
    if (distance > ratio.halfWidth(confidence, floor)) {
      Answer answer = ratio.logs().get().value() < 0 ? kind.whenLess() : kind.whenMore();
      return RatioVerdict.of(answer, answer.word());
    }
    return RatioVerdict.cannotTell(needed(ratio, distance));
  }

  private static RatioVerdict refused(Ratio ratio) {
    if (ratio.leastStarts() < Refusal.LEAST_STARTS) {
      return RatioVerdict.cannotTell(OptionalInt.of(Refusal.LEAST_STARTS));
    }
    return RatioVerdict.of(
        Answer.CANNOT_TELL, Answer.CANNOT_TELL.word() + ": " + Refusal.zero().words());
  }

  /** On the scale of logarithms, as all that follows. */
  private double margin() {
    return Math.log1p(counts);
  }

  /**
   * Starts that would find a difference that just counts in four of five experiments. Where there
   * are as many already, chance has put the estimate between none and that: then as many as would
   * part the two if it stayed there.
   */
  private OptionalInt needed(Ratio ratio, double distance) {
    double deviation =
        Math.max(ratio.spread().orElseThrow(), floor.map(NoiseFloor::deviation).orElse(0.0));
    OptionalInt needed =
        StartsNeeded.least(
            n -> halfWidth(ratio, deviation, n) + missed(ratio, deviation, n) <= margin());
    if (needed.isPresent() && needed.getAsInt() <= ratio.leastStarts()) {
      double room = Math.max(distance, margin() - distance);
      needed = StartsNeeded.least(n -> halfWidth(ratio, deviation, n) <= room);
    }
    return ratio.moreStarts(needed);
  }

  private double halfWidth(Ratio ratio, double deviation, int starts) {
    return ratio.halfWidth(deviation, starts, confidence, floor);
  }

  /** How far chance takes the estimate towards 1 in all but one of five experiments. */
  private static double missed(Ratio ratio, double deviation, int starts) {
    return ratio.halfWidth(deviation, starts, 2 * POWER - 1);
  }
}
