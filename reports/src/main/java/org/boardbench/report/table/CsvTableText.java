package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.report.statistics.Spread;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;

/**
 * The results for programs: all columns, all digits, the range in columns of its own; behind them
 * what runs of older versions did not measure, where this one did. Figures are of the {@code valid}
 * repetitions and those that nobody judged; where none is valid, of all. The reasons are those of
 * all invalid repetitions, as {@code stages.csv} has them.
 */
public final class CsvTableText {
  private static final List<Column<StageRecord>> FIRST =
      TableColumn.ALL.stream().filter(c -> !c.ofUsers()).map(TableColumn::figure).toList();
  private static final List<Column<StageRecord>> OPTIONAL =
      List.of(
          StageExtras.RECONNECTS,
          StageExtras.UNSERVED,
          StageExtras.OWED,
          StageExtras.OWED_LOST_PCT,
          StageExtras.CONNECT_P50_MS,
          StageExtras.CONNECT_P99_MS,
          StageExtras.JOIN_P99_MS,
          StageExtras.RTT_COVERAGE_PCT,
          StageExtras.RTT_P95_CENSORED_MS,
          StageExtras.REACH_100_COVERAGE_PCT,
          StageExtras.CORES_AVAILABLE,
          StageExtras.BUSIEST_THREAD_PCT,
          StageExtras.TARGET_RUN_DELAY_PCT,
          StageExtras.FOREIGN_CPU_PCT);
  private static final List<Column<StageRecord>> LATER =
      Stream.concat(
              Stream.of(StageCounts.JOINED, StageCounts.CONNECT_FAILURES, StageCounts.DISCONNECTS),
              OPTIONAL.stream())
          .toList();

  private CsvTableText() {}

  public static String of(List<StageGroup> groups) {
    boolean later = groups.stream().anyMatch(CsvTableText::hasLater);
    return CsvTable.of(header(later), groups.stream().map(group -> cells(group, later)).toList());
  }

  private static boolean hasLater(StageGroup group) {
    return OPTIONAL.stream().anyMatch(column -> group.spread(column).isMeasured())
        || !group.words(StageExtras.BOTTLENECK).isEmpty();
  }

  private static List<String> header(boolean later) {
    List<String> header = new ArrayList<>(List.of("target", "stage", "users", "repetitions"));
    FIRST.forEach(figure -> header.addAll(names(figure)));
    header.addAll(List.of("judged", "valid", "invalid_reasons"));
    if (later) {
      LATER.forEach(figure -> header.addAll(names(figure)));
      header.add(StageExtras.BOTTLENECK.name());
    }
    return header;
  }

  private static List<String> names(Column<StageRecord> figure) {
    String name = figure.name();
    return List.of(name, name + "_least", name + "_greatest");
  }

  private static List<String> cells(StageGroup group, boolean later) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                group.target(),
                group.stage() == 0 ? "" : Integer.toString(group.stage()),
                Integer.toString(group.users()),
                Integer.toString(group.rows().size())));
    FIRST.forEach(figure -> cells.addAll(values(group.spread(figure))));
    cells.add(Long.toString(group.judged()));
    cells.add(group.judged() == 0 ? "" : Long.toString(group.valid()));
    cells.add(String.join("; ", group.reasons()));
    if (later) {
      LATER.forEach(figure -> cells.addAll(values(group.spread(figure))));
      cells.add(String.join("; ", group.words(StageExtras.BOTTLENECK)));
    }
    return cells;
  }

  private static List<String> values(Spread spread) {
    return List.of(
        NumberText.exact(spread.median()),
        NumberText.exact(spread.min()),
        NumberText.exact(spread.max()));
  }
}
