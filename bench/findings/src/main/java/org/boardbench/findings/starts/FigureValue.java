package org.boardbench.findings.starts;

import java.util.Set;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;

/**
 * One figure of one row, as figures and tables show it.
 *
 * @param value NaN when it was not measured
 * @param atLeast whether the true value may be greater: the figure speaks of those messages that
 *     came, and others never did
 */
public record FigureValue(double value, boolean atLeast) {
  /** What is missing of less than this cannot be seen in a percentile of a hold. */
  private static final double WHOLE_PCT = 99.9;

  private static final Set<Column<StageRecord>> BEYOND_P95 =
      Set.of(StageTimes.RTT_P99_MS, StageTimes.RTT_P999_MS, StageTimes.RTT_MAX_MS);

  /** Of messages that came back to their sender. */
  private static final Set<Column<StageRecord>> RETURNED =
      Set.of(
          StageTimes.RTT_MEAN_MS,
          StageTimes.RTT_P50_MS,
          StageTimes.RTT_P95_MS,
          StageTimes.RTT_P99_MS,
          StageTimes.RTT_P999_MS,
          StageTimes.RTT_MAX_MS,
          StageTimes.SERVICE_MEAN_MS,
          StageTimes.SERVICE_P50_MS,
          StageTimes.SERVICE_P95_MS,
          StageTimes.SERVICE_P99_MS,
          StageTimes.SERVICE_MAX_MS);

  /** What has come to every receiver has also come to the first one and to half of them. */
  private static final Set<Column<StageRecord>> REACH =
      Set.of(
          StageTimes.REACH_FIRST_P50_MS,
          StageTimes.REACH_50_P50_MS,
          StageTimes.REACH_100_P50_MS,
          StageTimes.REACH_100_P95_MS,
          StageTimes.REACH_100_P99_MS);

  private static final Set<Column<StageRecord>> DELIVERIES =
      Set.of(
          StageTimes.DELIVERY_MEAN_MS,
          StageTimes.DELIVERY_P50_MS,
          StageTimes.DELIVERY_P95_MS,
          StageTimes.DELIVERY_P99_MS,
          StageTimes.DELIVERY_P999_MS,
          StageTimes.DELIVERY_MAX_MS,
          StageExtras.DELIVERY_SAME_P50_MS,
          StageExtras.DELIVERY_SAME_P95_MS,
          StageExtras.DELIVERY_CROSS_P50_MS,
          StageExtras.DELIVERY_CROSS_P95_MS);

  /**
   * The figure, and whether it is a lower bound. Of the RTT's 95th percentile the bound is the one
   * that counts what never came until the drain's end, where the row has it; what is greater than
   * that percentile is at least as much.
   */
  public static FigureValue of(StoredStage row, Column<StageRecord> figure) {
    boolean part = coveragePct(row, figure) < WHOLE_PCT;
    double value = row.figure(figure);
    double censored = row.figure(StageExtras.RTT_P95_CENSORED_MS);
    if (part && !Double.isNaN(censored)) {
      if (figure.equals(StageTimes.RTT_P95_MS)) {
        value = censored;
      } else if (BEYOND_P95.contains(figure)) {
        value = Double.isNaN(value) ? censored : Math.max(value, censored);
      }
    }
    return new FigureValue(value, part && !Double.isNaN(value));
  }

  /** What never arrived of what was owed; where that was not measured, of what was expected. */
  public static FigureValue loss(StoredStage row) {
    double owed = row.figure(StageExtras.OWED_LOST_PCT);
    return new FigureValue(Double.isNaN(owed) ? row.figure(StageCounts.LOSS_PCT) : owed, false);
  }

  /** The share of messages that a figure speaks of; NaN when it speaks of all. */
  private static double coveragePct(StoredStage row, Column<StageRecord> figure) {
    if (RETURNED.contains(figure)) {
      return row.figure(StageExtras.RTT_COVERAGE_PCT);
    }
    if (REACH.contains(figure)) {
      return row.figure(StageExtras.REACH_100_COVERAGE_PCT);
    }
    // Like the others, not marked in an older run, whose rows do not know what they speak of.
    boolean isKnown = !Double.isNaN(row.figure(StageExtras.RTT_COVERAGE_PCT));
    return DELIVERIES.contains(figure) && isKnown
        ? 100 - row.figure(StageCounts.LOSS_PCT)
        : Double.NaN;
  }
}
