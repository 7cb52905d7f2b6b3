package org.boardbench.statistics;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * When a run has repeated enough: whole repetitions are added until each figure that is watched is
 * known as well as the plan asks, or the cap is reached. The rule looks after each repetition from
 * the least on, and who looks often and stops at what he likes finds intervals that are too narrow.
 * So each look has its share of the error, and the interval at which a run ends, of {@link
 * #confidence()}, holds the truth in at least 95 of 100 runs, though it chose its end by its
 * values. Simulated, with three to ten repetitions, it is 99; of intervals of 95 % at each look it
 * would be 93 where starts are normal, and 91 where every fifth is 1.5 times slower.
 *
 * @param least repetitions before the first look, at least three
 * @param most the cap, fixed beforehand; at {@code least} there is one look and no choice
 * @param until how far an interval may reach above its mean, relative to it and more than 0
 */
public record StoppingRule(int least, int most, double until) {
  /**
   * What the rule says after a repetition.
   *
   * @param isEnough whether the run ends here
   * @param words why, for the terminal
   */
  public record Look(boolean isEnough, String words) {}

  public StoppingRule {
    if (least < Refusal.LEAST_STARTS || most < least) {
      throw new IllegalArgumentException(
          "repetitions must be from 3 to a greater number: " + least + " to " + most);
    }
    if (!(until > 0)) {
      throw new IllegalArgumentException("until must be more than 0: " + until);
    }
  }

  /** Of the interval that the rule looks at, and that the run is to report: 0.95 for one look. */
  public double confidence() {
    return 1 - (1 - Interval.CONFIDENCE) / (most - least + 1);
  }

  /**
   * After a repetition.
   *
   * @param repetitions that are done
   * @param watched by their names for readers, the figures of all variants over those repetitions;
   *     where there is none, more repetitions would make none better known
   */
  public Look after(int repetitions, Map<String, Estimate> watched) {
    String done = "repetition " + repetitions + " of at most " + most + ": ";
    String open = "";
    double worst = until;
    for (Map.Entry<String, Estimate> figure : watched.entrySet()) {
      OptionalDouble halfWidth = figure.getValue().halfWidth(confidence());
      if (halfWidth.orElse(Double.POSITIVE_INFINITY) > worst) {
        worst = halfWidth.orElse(Double.POSITIVE_INFINITY);
        open = figure.getKey() + text(figure.getValue(), halfWidth);
      }
    }
    if (repetitions < least) {
      return new Look(false, done + "at least " + least + " are asked for");
    }
    if (watched.isEmpty()) {
      return new Look(true, done + "there is no figure to watch");
    }
    if (open.isEmpty()) {
      return new Look(true, done + "all figures are within ± " + Percent.of(until));
    }
    return repetitions >= most
        ? new Look(true, done + open)
        : new Look(false, done + open + ", not yet ± " + Percent.of(until));
  }

  private String text(Estimate figure, OptionalDouble halfWidth) {
    return halfWidth.isPresent()
        ? " is within ± " + Percent.of(halfWidth.getAsDouble())
        : " has no interval: " + figure.bounds(confidence()).refusal().orElseThrow().words();
  }
}
