package org.boardbench.results.column;

import static org.boardbench.results.table.Units.PER_S;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;

/** The columns of {@code timeline.csv}. */
public final class SecondColumns {
  private static final Columns<SecondRecord> FIRST = Columns.first();

  public static final Column<SecondRecord> RUN_ID =
      FIRST.text("run_id", "The run.", row -> row.trial().runId());
  public static final Column<SecondRecord> TRIAL_ID =
      FIRST.name("trial_id", "The attempt.", row -> row.trial().trialId());
  public static final Column<SecondRecord> TARGET =
      FIRST.text("target", "The variant, by its name in the plan.", row -> row.trial().target());
  public static final Column<SecondRecord> REPETITION =
      FIRST.count("repetition", "Counts from 1.", row -> row.trial().repetition());
  public static final Column<SecondRecord> STAGE =
      FIRST.number("stage", "Counts from 1.", SecondRecord::stage);
  public static final Column<SecondRecord> SECOND =
      FIRST.number(
          "second", "Counts from 0 at the start of the trial's first stage.", SecondRecord::second);
  public static final Column<SecondRecord> USERS =
      FIRST.count("users", "Users joined at its end.", SecondRecord::users);
  public static final Column<SecondRecord> TPS_SENT =
      rate("tps_sent", "Messages sent.", row -> row.messages().sent());
  public static final Column<SecondRecord> TPS_RECEIVED =
      rate("tps_received", "Deliveries that arrived.", row -> row.messages().received());
  public static final Column<SecondRecord> RTT_MEAN_MS =
      rtt("rtt_mean_ms", "Mean", TimeFigures::meanNs);
  public static final Column<SecondRecord> RTT_P50_MS =
      rtt("rtt_p50_ms", "Median", TimeFigures::p50Ns);
  public static final Column<SecondRecord> RTT_P95_MS =
      rtt("rtt_p95_ms", "95th percentile", TimeFigures::p95Ns);
  public static final Column<SecondRecord> RTT_P99_MS =
      rtt("rtt_p99_ms", "99th percentile", TimeFigures::p99Ns);
  public static final Column<SecondRecord> RTT_MAX_MS =
      rtt("rtt_max_ms", "Greatest", TimeFigures::maxNs);
  public static final Column<SecondRecord> EXPECTED =
      FIRST.count(
          "expected",
          "Deliveries expected of the messages intended for this second.",
          row -> row.messages().expected());
  public static final Column<SecondRecord> LOST =
      FIRST.count("lost", "Those of them that never arrived.", row -> row.messages().lost());

  private static final Columns<SecondRecord> USERS_EDITION = FIRST.edition(4);

  public static final Column<SecondRecord> OWED =
      USERS_EDITION.optionalCount(
          "owed",
          "Deliveries that the plan owes for this second, had every user stayed; a second of the"
              + " ramp owes nothing.",
          row -> row.messages().owed());
  public static final Column<SecondRecord> UNSERVED =
      USERS_EDITION.count(
          "unserved",
          "Messages intended for this second that the server left no way to send.",
          row -> row.messages().unserved());
  public static final Column<SecondRecord> DISCONNECTS =
      USERS_EDITION.count(
          "disconnects", "Joined users that dropped in it.", row -> row.changes().disconnects());
  public static final Column<SecondRecord> RECONNECTS =
      USERS_EDITION.count(
          "reconnects", "Users that joined again in it.", row -> row.changes().reconnects());

  public static final TableSpec<SecondRecord> TABLE =
      new TableSpec<>(
          "timeline.csv",
          "A second of a stage, ramp through drain; the first and the last may be cut short.",
          FIRST.all());

  private SecondColumns() {}

  private static Column<SecondRecord> rate(
      String name, String doc, ToDoubleFunction<SecondRecord> count) {
    return FIRST.decimal(
        name,
        PER_S,
        2,
        doc,
        row -> {
          double seconds = row.lengthNs() / 1e9;
          return seconds == 0
              ? OptionalDouble.empty()
              : OptionalDouble.of(count.applyAsDouble(row) / seconds);
        });
  }

  private static Column<SecondRecord> rtt(
      String name, String figure, ToDoubleFunction<TimeFigures> ns) {
    return FIRST.ms(
        name, figure + " RTT of own messages that arrived in it.", SecondRecord::rtt, ns);
  }
}
