package org.boardbench.results.column;

import java.util.OptionalDouble;
import org.boardbench.results.row.ProfileRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;
import org.boardbench.results.table.Units;

/** The columns of {@code profile.csv}. */
public final class ProfileColumns {
  private static final Columns<ProfileRecord> FIRST = Columns.first();

  public static final Column<ProfileRecord> RUN_ID =
      FIRST.text("run_id", "The run.", row -> row.trial().runId());
  public static final Column<ProfileRecord> TRIAL_ID =
      FIRST.name("trial_id", "The attempt.", row -> row.trial().trialId());
  public static final Column<ProfileRecord> TARGET =
      FIRST.name("target", "The variant, by its name in the plan.", row -> row.trial().target());
  public static final Column<ProfileRecord> REPETITION =
      FIRST.count("repetition", "Counts from 1.", row -> row.trial().repetition());
  public static final Column<ProfileRecord> STAGE =
      FIRST.number("stage", "Counts from 1.", ProfileRecord::stage);
  public static final Column<ProfileRecord> USERS =
      FIRST.number("users", "Users of the stage.", ProfileRecord::users);
  public static final Column<ProfileRecord> CATEGORY =
      FIRST.name(
          "category",
          "What the CPU time went into; `unattributed` is what no rule knows.",
          row -> row.category().key());
  public static final Column<ProfileRecord> CPU_MS =
      FIRST.decimal(
          "cpu_ms",
          Units.MS,
          3,
          "CPU time of server and companions in the hold, by the kernel's counters; within the"
              + " threads that a profiler samples it is shared out by samples.",
          row -> OptionalDouble.of(row.cpuNs() / 1e6));
  public static final Column<ProfileRecord> SHARE_PCT =
      FIRST.decimal(
          "share_pct", Units.PCT, 2, "The same of all categories.", ProfileRecord::sharePct);
  public static final Column<ProfileRecord> US_PER_DELIVERY =
      FIRST.decimal(
          "us_per_delivery",
          "µs",
          6,
          "The same for each delivery that arrived in the hold.",
          ProfileRecord::usPerDelivery);
  public static final Column<ProfileRecord> SAMPLES =
      FIRST.count(
          "samples",
          "Of the profiler; 0 where the kernel's counters alone tell.",
          ProfileRecord::samples);

  public static final TableSpec<ProfileRecord> TABLE =
      new TableSpec<>(
          "profile.csv",
          "What a server's CPU time in a hold went into; only of trials with a profiler on the server,"
              + " whose rows in stages.csv are invalid (`profiled`).",
          FIRST.all());

  private ProfileColumns() {}
}
