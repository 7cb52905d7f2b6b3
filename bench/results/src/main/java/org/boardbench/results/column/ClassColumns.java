package org.boardbench.results.column;

import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;
import org.boardbench.results.table.Units;

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

  private static final Columns<ClassRecord> EIGHTH = FIRST.edition(8);

  public static final Column<ClassRecord> RTT_P95_LOW_MS = eighth(StageExtras.RTT_P95_LOW_MS);
  public static final Column<ClassRecord> RTT_P95_HIGH_MS = eighth(StageExtras.RTT_P95_HIGH_MS);
  public static final Column<ClassRecord> RTT_P99_LOW_MS = eighth(StageExtras.RTT_P99_LOW_MS);
  public static final Column<ClassRecord> RTT_P99_HIGH_MS = eighth(StageExtras.RTT_P99_HIGH_MS);
  public static final Column<ClassRecord> DROPPABLE =
      EIGHTH.flag(
          "droppable",
          "Whether whiteboards may drop such a message, because the next one makes up for it: a"
              + " late one is as bad as a lost one then.",
          row -> Optional.of(row.isDroppable()));
  public static final Column<ClassRecord> LATE =
      EIGHTH.optionalCount(
          "late",
          "Deliveries of a droppable class that came more than 200 ms after the intended send time,"
              + " to three digits; empty of the other classes.",
          ClassRecord::late);
  public static final Column<ClassRecord> LATE_PCT =
      EIGHTH.decimal("late_pct", Units.PCT, 4, "late ÷ delivered.", ClassColumns::latePct);
  public static final Column<ClassRecord> SENT_BYTES =
      EIGHTH.count(
          "sent_bytes",
          "Bytes of the sent messages, without what the protocol puts around them.",
          row -> row.sizes().sentBytes());
  public static final Column<ClassRecord> TYPICAL_BYTES =
      EIGHTH.optionalNumber(
          "typical_bytes",
          "Size of a typical message of the schedule: half of them are smaller.",
          row -> row.sizes().typical());
  public static final Column<ClassRecord> TYPICAL_DEFLATED_BYTES =
      EIGHTH.optionalNumber(
          "typical_deflated_bytes",
          "What deflate makes of that message by itself, as permessage-deflate without context would"
              + " (RFC 7692): computed once, nothing in a run is compressed for it.",
          row -> row.sizes().typicalDeflated());

  private static final Columns<ClassRecord> NINTH = FIRST.edition(9);

  public static final Column<ClassRecord> POINT_AGE_P50_MS =
      NINTH.ms(
          "point_age_p50_ms",
          "Median point age: received by another than its sender − when the first of the points that"
              + " the message brings was drawn, by the schedule; of a message of one moment, its"
              + " intended send time. So long, at most, somebody who looks on waits for a point.",
          ClassRecord::pointAge,
          TimeFigures::p50Ns);
  public static final Column<ClassRecord> POINT_AGE_P95_MS =
      NINTH.ms(
          "point_age_p95_ms", "95th percentile of it.", ClassRecord::pointAge, TimeFigures::p95Ns);
  public static final Column<ClassRecord> POINT_AGE_P99_MS =
      NINTH.ms(
          "point_age_p99_ms", "99th percentile of it.", ClassRecord::pointAge, TimeFigures::p99Ns);

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

  private static Column<ClassRecord> eighth(Column<StageRecord> column) {
    return EIGHTH.like(column, ClassRecord::stage);
  }

  private static OptionalDouble latePct(ClassRecord row) {
    long delivered = row.stage().hold().delivered();
    return row.late().isPresent() && delivered > 0
        ? OptionalDouble.of(100.0 * (double) row.late().getAsLong() / (double) delivered)
        : OptionalDouble.empty();
  }
}
