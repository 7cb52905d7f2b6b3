package org.boardbench.results.column;

import java.util.OptionalDouble;
import org.boardbench.results.row.ThreadRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;
import org.boardbench.results.table.Units;

/** The columns of {@code threads.csv}. */
public final class ThreadColumns {
  private static final Columns<ThreadRecord> FIRST = Columns.first();

  public static final Column<ThreadRecord> RUN_ID =
      FIRST.text("run_id", "The run.", row -> row.trial().runId());
  public static final Column<ThreadRecord> TRIAL_ID =
      FIRST.name("trial_id", "The attempt.", row -> row.trial().trialId());
  public static final Column<ThreadRecord> TARGET =
      FIRST.name("target", "The variant, by its name in the plan.", row -> row.trial().target());
  public static final Column<ThreadRecord> REPETITION =
      FIRST.count("repetition", "Counts from 1.", row -> row.trial().repetition());
  public static final Column<ThreadRecord> STAGE =
      FIRST.number("stage", "Counts from 1.", ThreadRecord::stage);
  public static final Column<ThreadRecord> USERS =
      FIRST.number("users", "Users of the stage.", ThreadRecord::users);
  public static final Column<ThreadRecord> COMPONENT =
      FIRST.name("component", "`server`, or a companion's name.", ThreadRecord::component);
  public static final Column<ThreadRecord> PROCESS =
      FIRST.number("process", "Counts from 1 within the component.", ThreadRecord::process);
  public static final Column<ThreadRecord> THREADS =
      FIRST.name(
          "threads",
          "What the kernel calls them, with `#` for each number; `(main)` is a process' first thread,"
              + " `(ended)` all that ended within the hold.",
          ThreadRecord::threads);
  public static final Column<ThreadRecord> COUNT =
      FIRST.count("count", "How many are called so.", ThreadRecord::count);
  public static final Column<ThreadRecord> USER_MS =
      FIRST.decimal(
          "user_ms",
          Units.MS,
          0,
          "CPU time in the hold in the program's own code, by the kernel's clock tick.",
          row -> OptionalDouble.of(row.userNs() / 1e6));
  public static final Column<ThreadRecord> KERNEL_MS =
      FIRST.decimal(
          "kernel_ms",
          Units.MS,
          0,
          "CPU time in the hold in the kernel, likewise.",
          row -> OptionalDouble.of(row.kernelNs() / 1e6));

  public static final TableSpec<ThreadRecord> TABLE =
      new TableSpec<>(
          "threads.csv",
          "CPU time of threads of one name in a hold, in the program and in the kernel; only of trials"
              + " with a profiler on the server.",
          FIRST.all());

  private ThreadColumns() {}
}
