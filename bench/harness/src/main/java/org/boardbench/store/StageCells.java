package org.boardbench.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.column.StageColumns;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.results.table.TableSpec;

/** A finished stage as the run's files have it, for who shows it without reading them. */
public final class StageCells {
  private final RowMapper rows;

  public StageCells(String runId, ExperimentPlan plan) {
    // Neither of the two tables has typical sizes, which take a while.
    this.rows = new RowMapper(runId, plan, Map.of());
  }

  /** The row of {@code stages.csv}. */
  public StoredRow<StageRecord> row(StageRow stage) {
    return cells(StageColumns.TABLE, rows.of(stage));
  }

  /** The rows of {@code timeline.csv}. */
  public List<StoredRow<SecondRecord>> seconds(StageRow stage) {
    return stage.result().seconds().stream()
        .map(second -> cells(SecondColumns.TABLE, rows.of(stage.trial(), second)))
        .toList();
  }

  static <R> StoredRow<R> cells(TableSpec<R> table, R row) {
    Map<String, String> cells = new HashMap<>();
    table.columns().forEach(column -> cells.put(column.name(), column.cell().apply(row)));
    return StoredRow.of(cells);
  }
}
