package org.boardbench.results.column;

import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;

/**
 * The columns of {@code classes.csv}: what {@code stages.csv} says of messages, of each class
 * alone.
 */
public final class ClassColumns {
  private static final Columns<ClassRecord> FIRST = Columns.first();

  public static final Column<ClassRecord> RUN_ID = of(StageCounts.RUN_ID);
  public static final Column<ClassRecord> TRIAL_ID = of(StageCounts.TRIAL_ID);
  public static final Column<ClassRecord> TARGET = of(StageCounts.TARGET);
  public static final Column<ClassRecord> REPETITION = of(StageCounts.REPETITION);
  public static final Column<ClassRecord> ORDER = of(StageCounts.ORDER);
  public static final Column<ClassRecord> STAGE = of(StageCounts.STAGE);
  public static final Column<ClassRecord> USERS = of(StageCounts.USERS);
  public static final Column<ClassRecord> MESSAGE_CLASS =
      FIRST.name(
          "class",
          "stroke, cursor, text or image: what the messages are.",
          ClassRecord::messageClass);
  public static final Column<ClassRecord> SCHEDULED = of(StageCounts.SCHEDULED);
  public static final Column<ClassRecord> SENT = of(StageCounts.SENT);
  public static final Column<ClassRecord> EXPECTED = of(StageCounts.EXPECTED);
  public static final Column<ClassRecord> DELIVERED = of(StageCounts.DELIVERED);
  public static final Column<ClassRecord> LOST = of(StageCounts.LOST);
  public static final Column<ClassRecord> LOSS_PCT = of(StageCounts.LOSS_PCT);
  public static final Column<ClassRecord> DUPLICATED = of(StageCounts.DUPLICATED);
  public static final Column<ClassRecord> REORDERED = of(StageCounts.REORDERED);
  public static final Column<ClassRecord> MISROUTED = of(StageCounts.MISROUTED);
  public static final Column<ClassRecord> UNSERVED = of(StageExtras.UNSERVED);
  public static final Column<ClassRecord> OWED = of(StageExtras.OWED);
  public static final Column<ClassRecord> OWED_LOST_PCT = of(StageExtras.OWED_LOST_PCT);
  public static final Column<ClassRecord> RTT_MEAN_MS = of(StageTimes.RTT_MEAN_MS);
  public static final Column<ClassRecord> RTT_P50_MS = of(StageTimes.RTT_P50_MS);
  public static final Column<ClassRecord> RTT_P95_MS = of(StageTimes.RTT_P95_MS);
  public static final Column<ClassRecord> RTT_P99_MS = of(StageTimes.RTT_P99_MS);
  public static final Column<ClassRecord> RTT_P999_MS = of(StageTimes.RTT_P999_MS);
  public static final Column<ClassRecord> RTT_MAX_MS = of(StageTimes.RTT_MAX_MS);
  public static final Column<ClassRecord> SERVICE_MEAN_MS = of(StageTimes.SERVICE_MEAN_MS);
  public static final Column<ClassRecord> SERVICE_P50_MS = of(StageTimes.SERVICE_P50_MS);
  public static final Column<ClassRecord> SERVICE_P95_MS = of(StageTimes.SERVICE_P95_MS);
  public static final Column<ClassRecord> SERVICE_P99_MS = of(StageTimes.SERVICE_P99_MS);
  public static final Column<ClassRecord> SERVICE_MAX_MS = of(StageTimes.SERVICE_MAX_MS);
  public static final Column<ClassRecord> DELIVERY_MEAN_MS = of(StageTimes.DELIVERY_MEAN_MS);
  public static final Column<ClassRecord> DELIVERY_P50_MS = of(StageTimes.DELIVERY_P50_MS);
  public static final Column<ClassRecord> DELIVERY_P95_MS = of(StageTimes.DELIVERY_P95_MS);
  public static final Column<ClassRecord> DELIVERY_P99_MS = of(StageTimes.DELIVERY_P99_MS);
  public static final Column<ClassRecord> DELIVERY_P999_MS = of(StageTimes.DELIVERY_P999_MS);
  public static final Column<ClassRecord> DELIVERY_MAX_MS = of(StageTimes.DELIVERY_MAX_MS);
  public static final Column<ClassRecord> REACH_FIRST_P50_MS = of(StageTimes.REACH_FIRST_P50_MS);
  public static final Column<ClassRecord> REACH_50_P50_MS = of(StageTimes.REACH_50_P50_MS);
  public static final Column<ClassRecord> REACH_100_P50_MS = of(StageTimes.REACH_100_P50_MS);
  public static final Column<ClassRecord> REACH_100_P95_MS = of(StageTimes.REACH_100_P95_MS);
  public static final Column<ClassRecord> REACH_100_P99_MS = of(StageTimes.REACH_100_P99_MS);
  public static final Column<ClassRecord> SEND_DELAY_P50_MS = of(StageTimes.SEND_DELAY_P50_MS);
  public static final Column<ClassRecord> SEND_DELAY_P99_MS = of(StageTimes.SEND_DELAY_P99_MS);
  public static final Column<ClassRecord> SEND_DELAY_MAX_MS = of(StageTimes.SEND_DELAY_MAX_MS);
  public static final Column<ClassRecord> RTT_COVERAGE_PCT = of(StageExtras.RTT_COVERAGE_PCT);
  public static final Column<ClassRecord> RTT_P95_CENSORED_MS = of(StageExtras.RTT_P95_CENSORED_MS);
  public static final Column<ClassRecord> REACH_100_COVERAGE_PCT =
      of(StageExtras.REACH_100_COVERAGE_PCT);

  public static final TableSpec<ClassRecord> TABLE =
      new TableSpec<>(
          "classes.csv",
          "A message class of a finished stage: what stages.csv says of all its messages, of these"
              + " alone. Runs of earlier versions have no such file.",
          FIRST.all());

  private ClassColumns() {}

  private static Column<ClassRecord> of(Column<StageRecord> column) {
    return FIRST.like(column, ClassRecord::stage);
  }
}
