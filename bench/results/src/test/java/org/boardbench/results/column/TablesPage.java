package org.boardbench.results.column;

import java.util.List;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;

/** {@code results/README.md}: every column of every table, as they are declared. */
final class TablesPage {
  static final List<TableSpec<?>> TABLES =
      List.of(
          TrialColumns.TABLE,
          StageColumns.TABLE,
          ClassColumns.TABLE,
          SecondColumns.TABLE,
          ResourceColumns.TABLE,
          CapacityColumns.TABLE,
          ClientColumns.TABLE,
          FeltColumns.TABLE,
          EventColumns.TABLE,
          RecoveryColumns.TABLE,
          AgentColumns.TABLE,
          ReplicaColumns.TABLE,
          ProfileColumns.TABLE,
          ThreadColumns.TABLE,
          CalibrationColumns.TABLE,
          MicroColumns.TABLE);

  private static final String INTRODUCTION =
      """
      # Results

      A folder for each run: `<experiment>-<yyyyMMdd-HHmmss>`, in UTC. It has `run.json` (what was run, on what, with which
      versions) and the tables below; those of a calibration and of the microbenchmarks have one table each. `reference/` is
      a run that was kept.

      The tables are CSV as RFC 4180 has it, with a header, `.` decimals and ASCII digits. An empty cell was not measured,
      and is never 0. New columns come after all others. *Since* is the edition of the tables that brought a column: files of
      an earlier edition lack it, and readers take it as not measured. No column is renamed or moved without a new `format`
      in `run.json`, which readers of the old one refuse.

      `bench/boardbench explain few-samples` says what the word means that `invalid_reasons` has, what to change, and where its
      bound is set; `bench/boardbench explain reasons` says it of all, as
      [ReasonCode.java](../bench/results/src/main/java/org/boardbench/results/reason/ReasonCode.java) declares them.

      This page is made from the declarations in `bench/results`. To renew it, from the root of the project:
      `mvn -q -pl bench/results test -Dtest=TablesPageTest -Dboardbench.renew=true`
      """;

  private TablesPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    TABLES.forEach(table -> add(page, table));
    return page.toString();
  }

  private static <R> void add(StringBuilder page, TableSpec<R> table) {
    page.append("\n## ").append(table.fileName()).append("\n\n").append(table.doc());
    page.append("\n\n| Column | Unit | Type | Since | Meaning |\n|---|---|---|---|---|\n");
    for (Column<R> column : table.columns()) {
      page.append("| `")
          .append(column.name())
          .append("` | ")
          .append(column.unit())
          .append(" | ")
          .append(column.type().words())
          .append(" | ")
          .append(
              column.edition() == Columns.FIRST_EDITION ? "" : Integer.toString(column.edition()))
          .append(" | ")
          .append(column.doc())
          .append(" |\n");
    }
  }
}
