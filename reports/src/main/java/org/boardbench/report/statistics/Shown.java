package org.boardbench.report.statistics;

import java.util.Optional;
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
   * that counts what never came until the drain's end, where the row has it.
   */
  public static Shown of(StoredStage row, StageFigure figure) {
    boolean part = coverage(figure).map(row::figure).orElse(Double.NaN) < WHOLE_PCT;
    double value = row.figure(figure);
    if (part && figure == StageFigure.RTT_P95_MS) {
      double censored = row.figure(StageFigure.RTT_P95_CENSORED_MS);
      value = Double.isNaN(censored) ? value : censored;
    }
    return new Shown(value, part && !Double.isNaN(value));
  }

  /** What never arrived of what was owed; where that was not measured, of what was expected. */
  public static Shown loss(StoredStage row) {
    double owed = row.figure(StageFigure.OWED_LOST_PCT);
    return new Shown(Double.isNaN(owed) ? row.figure(StageFigure.LOSS_PCT) : owed, false);
  }

  /** The share of messages that a figure speaks of; empty when it speaks of all. */
  private static Optional<StageFigure> coverage(StageFigure figure) {
    return switch (figure) {
      case RTT_MEAN_MS, RTT_P50_MS, RTT_P95_MS, RTT_P99_MS, RTT_MAX_MS ->
          Optional.of(StageFigure.RTT_COVERAGE_PCT);
      case REACH_100_P50_MS, REACH_100_P95_MS -> Optional.of(StageFigure.REACH_100_COVERAGE_PCT);
      default -> Optional.empty();
    };
  }
}
