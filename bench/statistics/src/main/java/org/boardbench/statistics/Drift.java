package org.boardbench.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.ranking.NaturalRanking;

/**
 * How much a figure of one start rises or falls with time: the median of the slopes between all
 * pairs of its values (Theil and Sen), which a few wild minutes do not move.
 *
 * <p>The interval is Sen's (1968), between two of these slopes, so that it asks nothing of how
 * values are distributed. It is made for values that do not depend on each other, and minutes do: a
 * garbage collector's cycle or a busy neighbour lasts longer than one. So the variance of Kendall's
 * S is multiplied as Hamed and Rao have it (A modified Mann–Kendall trend test for autocorrelated
 * data, Journal of Hydrology 204, 1998), with the autocorrelation of the ranks of what the slope
 * leaves over; of that the first alone, corrected for its bias in short series, and its powers for
 * the others. As few values tell little of it, Student's t at as many degrees of freedom as values
 * are worth takes the place of the normal quantile.
 *
 * <p>A heap that grows in steps and stays where it is in between is no line with something left
 * over, however long it is looked at. Where a series might be a random walk, for all that its
 * values say, slope and interval are those of its steps from one value to the next: wider, and true
 * of a line as well.
 *
 * @param slope in the values' unit an hour; empty where there are less than two values
 * @param bounds its 95 % interval, or why there is none
 * @param method how both were found
 * @param autocorrelation of neighbours among what the slope between pairs leaves over, from 0 on
 * @param values how many
 */
public record Drift(
    OptionalDouble slope, Bounds bounds, Method method, double autocorrelation, int values) {
  /** How slope and interval are found. */
  public enum Method {
    /** From the slopes between all pairs of values. */
    PAIRS,
    /** From the steps of a series that wanders. */
    STEPS
  }

  /** Fewer say more about chance than about time. */
  public static final int LEAST_VALUES = 10;

  /**
   * The number of values times what their autocorrelation lacks to 1. A random walk of an hour has
   * less in nineteen of twenty cases, so that a series which has less may be one (the coefficient
   * test of Dickey and Fuller for a series with a trend, Distribution of the Estimators for
   * Autoregressive Time Series with a Unit Root, Journal of the American Statistical Association
   * 74, 1979; this bound is simulated, for it is of ranks).
   */
  private static final double LEAST_RETURN = 28;

  private static final double LEAST_FREEDOM = 1;

  /** Of so few values nobody can say how far they depend on each other. */
  private static final int LEAST_FOR_BIAS = 4;

  /**
   * Of values at their times, in any order.
   *
   * @param hours when each was, none twice; as many as values
   * @throws IllegalArgumentException when a value is not finite
   */
  public static Drift of(double[] hours, double[] values) {
    if (hours.length != values.length || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("needs a finite value for each time");
    }
    int[] inTime = order(hours);
    return ofOrdered(
        IntStream.of(inTime).mapToDouble(i -> hours[i]).toArray(),
        IntStream.of(inTime).mapToDouble(i -> values[i]).toArray());
  }

  private static Drift ofOrdered(double[] hours, double[] values) {
    int n = values.length;
    double[] slopes = slopes(hours, values);
    if (slopes.length == 0) {
      return new Drift(OptionalDouble.empty(), tooFew(n), Method.PAIRS, 0, n);
    }
    double slope = Median.withDefaults().withCopy(true).evaluate(slopes);
    double correlation = correlation(hours, values, slope);
    if (n < LEAST_VALUES) {
      return new Drift(OptionalDouble.of(slope), tooFew(n), Method.PAIRS, correlation, n);
    }
    Optional<Interval> ofPairs = bounds(slopes, values, correlation);
    if (ofPairs.isPresent()) {
      return new Drift(OptionalDouble.of(slope), ofPairs.get(), Method.PAIRS, correlation, n);
    }
    Steps steps = new Steps(hours, values);
    return new Drift(
        OptionalDouble.of(steps.slope()), steps.bounds(), Method.STEPS, correlation, n);
  }

  private static Refusal tooFew(int values) {
    return new Refusal("needs " + LEAST_VALUES + " minutes or more, has " + values);
  }

  /** Between all pairs, in ascending order. */
  private static double[] slopes(double[] hours, double[] values) {
    int n = values.length;
    double[] slopes = new double[n * (n - 1) / 2];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[next++] = (values[j] - values[i]) / (hours[j] - hours[i]);
      }
    }
    Arrays.sort(slopes);
    return slopes;
  }

  /** Empty where the values depend on each other too much to find it from pairs. */
  private static Optional<Interval> bounds(double[] slopes, double[] values, double correlation) {
    int n = values.length;
    double inflation = inflation(n, correlation);
    double freedom = Math.max(LEAST_FREEDOM, n / inflation - 2);
    double reach =
        StudentT.quantile(Interval.CONFIDENCE, freedom)
            * Math.sqrt(inflation * varianceOfS(values));
    long low = (long) Math.floor((slopes.length - reach) / 2) - 1;
    long high = (long) Math.ceil((slopes.length + reach) / 2);
    return wanders(n, correlation) || low < 0 || high >= slopes.length
        ? Optional.empty()
        : Optional.of(new Interval(slopes[(int) low], slopes[(int) high], Interval.CONFIDENCE));
  }

  /** Whether a series may be a random walk; here the correlation has its bias again. */
  private static boolean wanders(int n, double correlation) {
    return n + 2 - correlation * (n - LEAST_FOR_BIAS) < LEAST_RETURN;
  }

  /** Of independent values, some of which may be equal. */
  private static double varianceOfS(double[] values) {
    double variance = perPairs(values.length);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[from]) {
        variance -= perPairs(i - from);
        from = i;
      }
    }
    return variance;
  }

  private static double perPairs(double n) {
    return n * (n - 1) * (2 * n + 5) / 18;
  }

  /** By what the variance of S is greater than that of independent values; 1 at least. */
  private static double inflation(int n, double correlation) {
    double sum = 0;
    double power = 1;
    for (int lag = 1; lag < n; lag++) {
      power *= correlation;
      sum += (n - lag) * (n - lag - 1.0) * (n - lag - 2.0) * power;
    }
    return Math.max(1, 1 + 2 * sum / (n * (n - 1.0) * (n - 2.0)));
  }

  /** Of neighbours among the ranks of what the slope leaves over, freed of its bias; 0 at least. */
  private static double correlation(double[] hours, double[] values, double slope) {
    int n = values.length;
    double[] left = IntStream.range(0, n).mapToDouble(i -> values[i] - slope * hours[i]).toArray();
    double[] ranks = new NaturalRanking().apply(left); // equal values share the mean of theirs
    double mean = (n + 1) / 2.0;
    double sum = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      double distance = ranks[i] - mean;
      square += distance * distance;
      sum += i > 0 ? distance * (ranks[i - 1] - mean) : 0;
    }
    if (square == 0 || n <= LEAST_FOR_BIAS) {
      return 0;
    }
    // Expected of a series without level and trend: r - (2 + 4 r) / n.
    double unbiased = (n * sum / square + 2) / (n - LEAST_FOR_BIAS);
    return Math.clamp(unbiased, 0, 1);
  }

  /** The places of values in ascending order. */
  private static int[] order(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted((one, other) -> Double.compare(values[one], values[other]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
