package org.boardbench.statistics;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * Where the spread of a mean comes from: starts that differ, seconds of a start that differ, or
 * messages of a second. Kalibera and Jones, "Rigorous Benchmarking in Reasonable Time" (2013), by
 * the formula of the erratum: what a level adds is the variance of its means less what the level
 * below makes of that, T²(i) = S²(i) − S²(i−1) ÷ r(i−1). Levels may have unequal numbers; each mean
 * then has its own r.
 *
 * @param starts at least three
 * @param secondsPerStart the harmonic mean
 * @param messagesPerSecond the harmonic mean
 * @param ofStarts T² in the square of the times' unit; like {@code ofSeconds}, below 0 where the
 *     level below explains more than there is
 */
public record VarianceByLevel(
    int starts,
    double secondsPerStart,
    double messagesPerSecond,
    double ofStarts,
    double ofSeconds,
    double ofMessages) {
  private static final int LEAST_SECONDS = 2;

  /** Of one start. */
  private record Hold(double mean, double variance, int seconds) {
    static Hold of(List<Second> seconds) {
      double[] means = seconds.stream().mapToDouble(Second::mean).toArray();
      return new Hold(Mean.of(means).getAsDouble(), Variance.of(means).getAsDouble(), means.length);
    }
  }

  /**
   * Of the seconds of each start's hold, whatever order starts have. A start that has not two
   * seconds is left out.
   *
   * @return empty when fewer than three are left
   */
  public static Optional<VarianceByLevel> of(List<List<Second>> starts) {
    List<List<Second>> measured =
        starts.stream().filter(seconds -> seconds.size() >= LEAST_SECONDS).toList();
    if (measured.size() < Refusal.LEAST_STARTS) {
      return Optional.empty();
    }
    List<Second> seconds = measured.stream().flatMap(List::stream).toList();
    List<Hold> holds = measured.stream().map(Hold::of).toList();
    double[] means = holds.stream().mapToDouble(Hold::mean).toArray();
    return Optional.of(
        new VarianceByLevel(
            holds.size(),
            1 / mean(holds, hold -> 1.0 / hold.seconds()),
            1 / mean(seconds, second -> 1.0 / second.messages()),
            Variance.of(means).getAsDouble()
                - mean(holds, hold -> hold.variance() / hold.seconds()),
            mean(holds, Hold::variance) - overStarts(measured, s -> s.variance() / s.messages()),
            overStarts(measured, Second::variance)));
  }

  private static <T> double mean(List<T> all, ToDoubleFunction<T> value) {
    return all.stream().mapToDouble(value).average().orElseThrow();
  }

  /** The mean over starts of that over their seconds: each start counts once. */
  private static double overStarts(List<List<Second>> starts, ToDoubleFunction<Second> value) {
    return mean(starts, seconds -> mean(seconds, value));
  }

  /** What a level has of the variance of one message, 0 to 1; of no variance at all, 0. */
  private double share(double level) {
    double all = Math.max(0, ofStarts) + Math.max(0, ofSeconds) + Math.max(0, ofMessages);
    return all == 0 ? 0 : Math.max(0, level) / all;
  }

  public double shareOfStarts() {
    return share(ofStarts);
  }

  public double shareOfSeconds() {
    return share(ofSeconds);
  }

  public double shareOfMessages() {
    return share(ofMessages);
  }

  /**
   * The cheapest plan whose 95 % interval of the mean would be half as wide: more starts, or longer
   * holds where it is seconds that differ.
   *
   * @param startCost what a start takes besides its hold, in seconds, more than 0
   * @param leastSeconds the shortest hold that is still a measurement, at least 1
   * @return empty when it takes more than {@link StartsNeeded#MOST} starts
   */
  public Optional<HoldPlan> cheapestToHalve(double startCost, int leastSeconds) {
    double wanted = quantile(starts) * Math.sqrt(varianceOfMean()) / 2;
    Optional<HoldPlan> cheapest = Optional.empty();
    for (int n = Refusal.LEAST_STARTS; n <= StartsNeeded.MOST; n++) {
      double costAtLeast = n * (startCost + leastSeconds);
      if (cheapest.isPresent() && costAtLeast >= cheapest.get().seconds(startCost)) {
        break;
      }
      double ratio = wanted / quantile(n);
      double room = ratio * ratio * n - Math.max(0, ofStarts);
      if (room > 0 || (room == 0 && varianceOfSecond() == 0)) {
        // Of nothing ÷ nothing the shortest hold remains.
        int hold = Math.max(leastSeconds, (int) Math.ceil(varianceOfSecond() / room));
        HoldPlan plan = new HoldPlan(n, hold);
        if (cheapest.isEmpty() || plan.seconds(startCost) < cheapest.get().seconds(startCost)) {
          cheapest = Optional.of(plan);
        }
      }
    }
    return cheapest;
  }

  private static double quantile(int starts) {
    return StudentT.quantile(Interval.CONFIDENCE, starts - 1);
  }

  /** Of a second's mean within its start. */
  private double varianceOfSecond() {
    return Math.max(0, ofSeconds) + Math.max(0, ofMessages) / messagesPerSecond;
  }

  private double varianceOfMean() {
    return (Math.max(0, ofStarts) + varianceOfSecond() / secondsPerStart) / starts;
  }
}
