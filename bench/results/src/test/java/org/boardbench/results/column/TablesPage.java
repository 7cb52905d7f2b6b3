package org.boardbench.results.column;

import java.util.List;
import org.boardbench.results.reason.Bound;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.results.table.Cells;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.Columns;
import org.boardbench.results.table.TableSpec;

/**
 * {@code results/README.md}: every column of every table, and every reason against a row, as they
 * are declared.
 */
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
      versions) and the tables below; those of a calibration, of the microbenchmarks and of a client's share have one table each.
      [`reference/`](reference/) has runs that were kept. What the words mean: [bench/README.md](../bench/README.md#words); what a report
      makes of it, and its own tables: [reports/README.md](../reports/README.md).

      The tables are CSV as RFC 4180 has it, with a header, `.` decimals and ASCII digits. An empty cell was not measured,
      and is never 0. New columns come after all others. *Since* is the edition of the tables that brought a column: files of
      an earlier edition lack it, and readers take it as not measured. No column is renamed or moved without a new `format`
      in `run.json`, which readers of the old one refuse.

      This page is made from the declarations in `bench/results`. To renew it, from the root of the project:
      `mvn -q -pl bench/results test -Dtest=TablesPageTest -Dboardbench.renew=true`
      """;

  private TablesPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    TABLES.forEach(table -> add(page, table));
    addReasons(page);
    return page.toString();
  }

  private static void addReasons(StringBuilder page) {
    page.append(
        """

        ## Why a row is invalid

        `invalid_reasons` of `stages.csv` has these words, each with what was measured and the bound. `bench/boardbench explain
        few-samples` says the same of one, and under which key of a plan its bound is set (`validity.<reason>`); reasons of `felt.csv`
        and `clients.csv` are in the list that `bench/boardbench explain reasons` prints.

        | Reason | Meaning | Bound | What to change |
        |---|---|---|---|
        """);
    for (ReasonCode reason : ReasonCode.values()) {
      Bound bound = reason.bound();
      page.append("| `")
          .append(reason.key())
          .append("` | ")
          .append(reason.meaning())
          .append(" | ")
          .append(Cells.shortest(bound.usual()))
          .append(bound.unit().sign().isEmpty() ? "" : " " + bound.unit().sign())
          .append(" | ")
          .append(reason.remedy())
          .append(" |\n");
    }
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
