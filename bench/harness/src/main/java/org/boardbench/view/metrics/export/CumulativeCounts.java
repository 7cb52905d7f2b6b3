package org.boardbench.view.metrics.export;

import java.util.Arrays;

/**
 * A stage's counts from second to second, made from its rates. The rates of all seconds but the
 * first and the last are counts; those two may be cut short by the stage's bounds, and their true
 * lengths are not stored. What the total leaves for them goes to them by their rates.
 */
final class CumulativeCounts {
  private CumulativeCounts() {}

  /**
   * How many there were by the end of each second.
   *
   * @param total of the whole stage; the last element
   */
  static long[] of(double[] perSecond, long total) {
    double[] weights = perSecond.clone();
    int last = weights.length - 1;
    double edges = last == 0 ? weights[0] : weights[0] + weights[last];
    double left = total - (Arrays.stream(weights).sum() - edges);
    if (edges > 0 && left >= 0 && left <= edges) {
      weights[0] *= left / edges;
      weights[last] *= last == 0 ? 1 : left / edges;
    }
    // Where that does not explain the total, duplicates say, each second gets its share of it.
    double sum = Arrays.stream(weights).sum();
    long[] counts = new long[weights.length];
    double soFar = 0;
    for (int second = 0; second < last; second++) {
      soFar += weights[second];
      counts[second] = sum == 0 ? 0 : Math.round(total * (soFar / sum));
    }
    counts[last] = total;
    return counts;
  }
}
