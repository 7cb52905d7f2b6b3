package org.boardbench.results.column;

import org.boardbench.results.row.ReplicaRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;

/** The columns of {@code replicas.csv}. */
public final class ReplicaColumns {
  private static final Columns<ReplicaRecord> FIRST = Columns.first();

  public static final Column<ReplicaRecord> RUN_ID =
      FIRST.text("run_id", "The run.", row -> row.trial().runId());
  public static final Column<ReplicaRecord> TRIAL_ID =
      FIRST.name("trial_id", "The attempt.", row -> row.trial().trialId());
  public static final Column<ReplicaRecord> TARGET =
      FIRST.text("target", "The variant, by its name in the plan.", row -> row.trial().target());
  public static final Column<ReplicaRecord> REPETITION =
      FIRST.count("repetition", "Counts from 1.", row -> row.trial().repetition());
  public static final Column<ReplicaRecord> STAGE =
      FIRST.number("stage", "Counts from 1.", ReplicaRecord::stage);
  public static final Column<ReplicaRecord> SECOND =
      FIRST.number("second", "Counts as timeline.csv's.", ReplicaRecord::second);
  public static final Column<ReplicaRecord> REPLICA =
      FIRST.number("replica", "Counts from 1.", ReplicaRecord::replica);
  public static final Column<ReplicaRecord> USERS =
      FIRST.count(
          "users",
          "Connections open at it at the second's end, as the kernel lists them: users, and for a"
              + " moment a balancer's health check.",
          ReplicaRecord::users);

  public static final TableSpec<ReplicaRecord> TABLE =
      new TableSpec<>(
          "replicas.csv",
          "A second of one replica of a server that has several; only of a run whose plan has such.",
          FIRST.all());

  private ReplicaColumns() {}
}
