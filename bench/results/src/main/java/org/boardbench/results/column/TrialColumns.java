package org.boardbench.results.column;

import static org.boardbench.results.table.Units.SECONDS;

import java.time.Instant;
import java.util.OptionalDouble;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;

/** The columns of {@code trials.csv}. */
public final class TrialColumns {
  private static final Columns<TrialRecord> FIRST = Columns.first();

  public static final Column<TrialRecord> RUN_ID =
      FIRST.text("run_id", "The run, named after experiment and start.", r -> r.trial().runId());
  public static final Column<TrialRecord> TRIAL_ID =
      FIRST.name("trial_id", "The attempt, unique in the run.", row -> row.trial().trialId());
  public static final Column<TrialRecord> TARGET =
      FIRST.name("target", "The variant, by its name in the plan.", row -> row.trial().target());
  public static final Column<TrialRecord> REPETITION =
      FIRST.number("repetition", "Counts from 1.", row -> row.trial().repetition());
  public static final Column<TrialRecord> ORDER =
      FIRST.count("order", "Position in the run's random order.", row -> row.trial().order());
  public static final Column<TrialRecord> STATUS =
      FIRST.name(
          "status", "How the attempt ended: ok, failed or interrupted.", TrialRecord::status);
  public static final Column<TrialRecord> REASON =
      FIRST.text("reason", "Why it did not end well; empty when ok.", TrialRecord::reason);
  public static final Column<TrialRecord> START =
      FIRST.text("start", "When it began, UTC in ISO 8601.", row -> row.start().toString());
  public static final Column<TrialRecord> SECONDS_TAKEN =
      FIRST.decimal(
          "seconds", SECONDS, 3, "How long it took.", row -> OptionalDouble.of(row.seconds()));

  public static final Column<TrialRecord> MEASURED_FROM =
      FIRST
          .edition(3)
          .text(
              "measured_from",
              "The start of second 0 of timeline.csv and resources.csv, UTC in ISO 8601; empty when"
                  + " no stage was measured.",
              row -> row.measuredFrom().map(Instant::toString).orElse(""));

  /** A name rather than a figure: it has more digits than a double. */
  public static final Column<TrialRecord> SEED =
      FIRST
          .edition(5)
          .text(
              "seed",
              "What decides who sends what and when; all trials of the repetition share it.",
              row -> Long.toString(row.seed()));

  public static final Column<TrialRecord> SERVER_ENDED_USERS =
      FIRST
          .edition(7)
          .optionalNumber(
              "server_ended_users",
              "Users of the stage, its ramp and drain included, in which the server or a companion"
                  + " ended by itself; empty where none did, and before the first stage.",
              TrialRecord::serverEndedUsers);

  public static final TableSpec<TrialRecord> TABLE =
      new TableSpec<>(
          "trials.csv",
          "Every attempt at a target in a repetition; a resumed run may have several of one.",
          FIRST.all());

  private TrialColumns() {}
}
