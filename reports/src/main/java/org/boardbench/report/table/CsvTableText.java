package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.report.statistics.GroupFigure;
import org.boardbench.report.statistics.Spread;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.statistics.Interval;

/**
 * The results for programs: all columns, all digits. First medians and ranges, behind them what
 * runs of older versions did not measure, where this one did: of the {@code valid} repetitions and
 * those that nobody judged; where none is valid, of all. The reasons are those of all invalid
 * repetitions, as {@code stages.csv} has them. Last the estimates with the ends of their intervals,
 * of {@code starts} that are not invalid, and which of them may be greater.
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

  /** Of what was computed. */
  private static final int DECIMALS = 6;

  private static final List<Column<StageRecord>> LATER =
      Stream.concat(
              Stream.of(StageCounts.JOINED, StageCounts.CONNECT_FAILURES, StageCounts.DISCONNECTS),
              OPTIONAL.stream())
          .toList();

  private static final List<Column<StageRecord>> ESTIMATED =
      TableColumn.ALL.stream().filter(c -> !c.isCount()).map(TableColumn::figure).toList();

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
    header.add("starts");
    ESTIMATED.forEach(figure ->
        List.of("_estimate", "_low", "_high").forEach(end -> header.add(figure.name() + end)));
    header.add("estimates_at_least");
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
    cells.add(Long.toString(group.usable()));
    ESTIMATED.forEach(figure -> cells.addAll(estimate(group, figure)));
    cells.add(
        ESTIMATED.stream()
            .filter(figure -> group.isValid() && group.shown(figure).atLeast())
            .map(Column::name)
            .collect(Collectors.joining("; ")));
    return cells;
  }

  private static List<String> estimate(StageGroup group, Column<StageRecord> figure) {
    if (!group.isValid()) {
      return List.of("", "", "");
    }
    GroupFigure shown = group.shown(figure);
    return List.of(
        computed(shown.value()),
        computed(shown.interval().map(Interval::low).orElse(Double.NaN)),
        computed(shown.interval().map(Interval::high).orElse(Double.NaN)));
  }

  private static String computed(double value) {
    return NumberText.toDecimals(value, DECIMALS);
  }

  private static List<String> values(Spread spread) {
    return List.of(
        NumberText.exact(spread.median()),
        NumberText.exact(spread.min()),
        NumberText.exact(spread.max()));
  }
}
