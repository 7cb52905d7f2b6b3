package org.boardbench.report.statistics;

import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;
import org.boardbench.statistics.Refusal;

/** Of how many starts several estimates are, in words. */
public final class StartCount {
  private StartCount() {}

  /**
   * {@code n = 2 to 3 starts a point; fewer than 3 starts have no interval.}
   *
   * @param starts of each estimate, more than 0
   * @param what has one: {@code point}, {@code row}
   */
  public static String words(IntStream starts, String what) {
    IntSummaryStatistics counts = starts.summaryStatistics();
    if (counts.getCount() == 0) {
      return "No start is valid.";
    }
    return "n = "
        + counts.getMin()
        + (counts.getMin() < counts.getMax() ? " to " + counts.getMax() : "")
        + (counts.getMax() == 1 ? " start a " : " starts a ")
        + what
        + (counts.getMin() < Refusal.LEAST_STARTS
            ? "; fewer than " + Refusal.LEAST_STARTS + " starts have no interval."
            : ".");
  }
}
