package org.boardbench.results.column;

import static org.boardbench.results.table.Units.MS;
import static org.boardbench.results.table.Units.SECONDS;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.boardbench.results.row.RecoveryFigures;
import org.boardbench.results.row.RecoveryRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;

/** The columns of {@code recovery.csv}. */
public final class RecoveryColumns {
  private static final Columns<RecoveryRecord> FIRST = Columns.first();

  public static final Column<RecoveryRecord> RUN_ID =
      FIRST.text("run_id", "The run.", row -> row.trial().runId());
  public static final Column<RecoveryRecord> TRIAL_ID =
      FIRST.name("trial_id", "The attempt.", row -> row.trial().trialId());
  public static final Column<RecoveryRecord> TARGET =
      FIRST.text("target", "The variant, by its name in the plan.", row -> row.trial().target());
  public static final Column<RecoveryRecord> REPETITION =
      FIRST.count("repetition", "Counts from 1.", row -> row.trial().repetition());
  public static final Column<RecoveryRecord> STAGE =
      FIRST.number("stage", "Counts from 1.", RecoveryRecord::stage);
  public static final Column<RecoveryRecord> FAULT =
      FIRST.number("fault", "As in events.csv.", RecoveryRecord::number);
  public static final Column<RecoveryRecord> DROPPED =
      count(
          "dropped",
          "Joined users whose connection ended, each as often as it did.",
          RecoveryFigures.Users::dropped);
  public static final Column<RecoveryRecord> RETURNED =
      count(
          "returned",
          "Those who joined again, each as often as it did.",
          RecoveryFigures.Users::returned);
  public static final Column<RecoveryRecord> DETECTION_FIRST_MS =
      ofUsers(
          "detection_first_ms",
          "When the first of them knew of it: its connection had ended, as the driver saw.",
          RecoveryFigures.Users::firstDropNs);
  public static final Column<RecoveryRecord> DETECTION_LAST_MS =
      ofUsers("detection_last_ms", "When the last of them did.", RecoveryFigures.Users::lastDropNs);
  public static final Column<RecoveryRecord> BACK_50_MS =
      ofUsers(
          "back_50_ms",
          "When half of the dropped had joined again, without those of left_away; empty where they"
              + " did not.",
          RecoveryFigures.Users::half);
  public static final Column<RecoveryRecord> BACK_99_MS =
      ofUsers("back_99_ms", "When 99 % of them had.", RecoveryFigures.Users::most);
  public static final Column<RecoveryRecord> BACK_100_MS =
      ofUsers("back_100_ms", "When all of them had.", RecoveryFigures.Users::all);
  public static final Column<RecoveryRecord> AWAY_MAX_MS =
      ofUsers(
          "away_max_ms",
          "How long the one was away who was away longest, until it had joined again or its stay ended;"
              + " empty where anybody stayed away.",
          RecoveryFigures.Users::awayMaxNs);
  public static final Column<RecoveryRecord> ATTEMPTS =
      count("attempts", "Attempts to connect of the dropped.", users -> users.storm().attempts());
  public static final Column<RecoveryRecord> ATTEMPTS_FAILED =
      count("attempts_failed", "Those that failed.", users -> users.storm().failed());
  public static final Column<RecoveryRecord> ATTEMPTS_PER_S_MAX =
      count(
          "attempts_per_s_max",
          "The most of them that began within any second.",
          users -> users.storm().perSecondMax());
  public static final Column<RecoveryRecord> HANDSHAKE_P99_MS =
      ofUsers(
          "handshake_p99_ms",
          "The 99th percentile of the time from one of them to its completed handshake.",
          users -> users.storm().handshakeP99Ns());
  public static final Column<RecoveryRecord> LOST =
      ofMessages(
          "lost",
          "Deliveries that were expected of users who were joined, and never arrived.",
          messages -> OptionalLong.of(messages.lost()));
  public static final Column<RecoveryRecord> MISSED =
      ofMessages(
          "missed",
          "Deliveries that were owed, and not expected because users were away.",
          messages -> OptionalLong.of(messages.missed()));
  public static final Column<RecoveryRecord> DIP_USER_S =
      FIRST.decimal(
          "dip_user_s",
          SECONDS,
          3,
          "What was missing of the owed, lost or missed, as users without any of it for so long.",
          row -> row.figures().messages().map(m -> m.userSeconds()).orElse(OptionalDouble.empty()));
  public static final Column<RecoveryRecord> RECOVERY_MS =
      ms(
          "recovery_ms",
          "When the first five whole seconds began in which at least 99.9 % of the owed arrived and"
              + " the RTT p99 kept the plan's threshold of rtt_p99_ms, or a second where it has none; 0"
              + " where that was so in the fault's own second and the next four. Empty where it was"
              + " not again.",
          row -> row.figures().recoveryNs());

  private static final Columns<RecoveryRecord> NINTH = FIRST.edition(9);

  public static final Column<RecoveryRecord> BALANCED_MS =
      NINTH.decimal(
          "balanced_ms",
          MS,
          3,
          "When, since ended_ms of events.csv, the users of each replica first were within a tenth"
              + " of an equal share of them, or within one, at the end of a second. Empty where they"
              + " were not again (connections do not move by themselves), of a server without"
              + " replicas, and where nothing was started again.",
          row -> inMs(row.figures().balancedNs()));

  private static final Columns<RecoveryRecord> TWELFTH = FIRST.edition(12);

  public static final Column<RecoveryRecord> LEFT_AWAY =
      TWELFTH.optionalCount(
          "left_away",
          "Those of the dropped whose stay ended before they had joined again, where the plan has users"
              + " come and go.",
          number(RecoveryFigures.Users::left));

  public static final TableSpec<RecoveryRecord> TABLE =
      new TableSpec<>(
          "recovery.csv",
          "What followed a fault that came, until the next one of its stage or the stage's end; times"
              + " count from at_ms of events.csv. Messages are those that were due from the fault's"
              + " second on, and empty where that is the one in which the hold began.",
          FIRST.all());

  private RecoveryColumns() {}

  private static Column<RecoveryRecord> count(
      String name, String doc, ToLongFunction<RecoveryFigures.Users> count) {
    return FIRST.optionalCount(name, doc, number(count));
  }

  private static Function<RecoveryRecord, OptionalLong> number(
      ToLongFunction<RecoveryFigures.Users> count) {
    return row ->
        row.figures()
            .users()
            .map(users -> OptionalLong.of(count.applyAsLong(users)))
            .orElse(OptionalLong.empty());
  }

  private static Column<RecoveryRecord> ofUsers(
      String name, String doc, Function<RecoveryFigures.Users, OptionalLong> ns) {
    return ms(name, doc, row -> row.figures().users().map(ns).orElse(OptionalLong.empty()));
  }

  private static Column<RecoveryRecord> ofMessages(
      String name, String doc, Function<RecoveryFigures.Messages, OptionalLong> count) {
    return FIRST.optionalCount(
        name, doc, row -> row.figures().messages().map(count).orElse(OptionalLong.empty()));
  }

  private static Column<RecoveryRecord> ms(
      String name, String doc, Function<RecoveryRecord, OptionalLong> ns) {
    return FIRST.decimal(name, MS, 3, doc, row -> inMs(ns.apply(row)));
  }

  private static OptionalDouble inMs(OptionalLong ns) {
    return ns.isPresent() ? OptionalDouble.of(ns.getAsLong() / 1e6) : OptionalDouble.empty();
  }
}
