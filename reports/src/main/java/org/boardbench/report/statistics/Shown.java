package org.boardbench.report.statistics;

import org.boardbench.report.stored.StageFigure;
import org.boardbench.report.stored.StoredStage;

/**
 * One figure of one row, as figures and tables show it.
 *
 * @param value NaN when it was not measured
 * @param atLeast whether the true value may be greater: the figure speaks of those messages that
 *     came, and others never did
 */
public record Shown(double value, boolean atLeast) {
  /** What is missing of less than this cannot be seen in a percentile of a hold. */
  private static final double WHOLE_PCT = 99.9;

  /**
   * The figure, and whether it is a lower bound. Of the RTT's 95th percentile the bound is the one
   * that counts what never came until the drain's end, where the row has it; what is greater than
   * that percentile is at least as much.
   */
  public static Shown of(StoredStage row, StageFigure figure) {
    boolean part = coveragePct(row, figure) < WHOLE_PCT;
    double value = row.figure(figure);
    double censored = row.figure(StageFigure.RTT_P95_CENSORED_MS);
    if (part && !Double.isNaN(censored)) {
      value =
          switch (figure) {
            case RTT_P95_MS -> censored;
            case RTT_P99_MS, RTT_MAX_MS -> Math.max(value, censored);
            default -> value;
          };
    }
    return new Shown(value, part && !Double.isNaN(value));
  }

  /** What never arrived of what was owed; where that was not measured, of what was expected. */
  public static Shown loss(StoredStage row) {
    double owed = row.figure(StageFigure.OWED_LOST_PCT);
    return new Shown(Double.isNaN(owed) ? row.figure(StageFigure.LOSS_PCT) : owed, false);
  }

  /** The share of messages that a figure speaks of; NaN when it speaks of all. */
  private static double coveragePct(StoredStage row, StageFigure figure) {
    return switch (figure) {
      case RTT_MEAN_MS, RTT_P50_MS, RTT_P95_MS, RTT_P99_MS, RTT_MAX_MS ->
          row.figure(StageFigure.RTT_COVERAGE_PCT);
      case REACH_100_P50_MS, REACH_100_P95_MS -> row.figure(StageFigure.REACH_100_COVERAGE_PCT);
      // Like the others, not marked in an older run, whose rows do not know what they speak of.
      case DELIVERY_P99_MS ->
          Double.isNaN(row.figure(StageFigure.RTT_COVERAGE_PCT))
              ? Double.NaN
              : 100 - row.figure(StageFigure.LOSS_PCT);
      default -> Double.NaN;
    };
  }
}
