package org.boardbench.report.html;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.table.NumberText;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.Bottleneck;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;

/**
 * What the servers had of the machine, what they lacked, and how fast they took users in. Runs that
 * did not measure it tell neither.
 */
record ServerSection(List<StageGroup> groups) {
  private record Heading(Column<StageRecord> figure, String title) {}

  /**
   * A table of plain texts.
   *
   * @param rows with as many cells as the header
   */
  record Table(List<String> header, List<List<String>> rows) {}

  private static final List<Heading> LIMITS =
      List.of(
          new Heading(StageExtras.CORES_AVAILABLE, "Cores available"),
          new Heading(StageCosts.CPU_MEAN_PCT, "CPU mean (%)"),
          new Heading(StageExtras.BUSIEST_THREAD_PCT, "Busiest thread (%)"),
          new Heading(StageExtras.TARGET_RUN_DELAY_PCT, "Run delay (%)"),
          new Heading(StageExtras.FOREIGN_CPU_PCT, "Foreign CPU (%)"));
  private static final List<Heading> TIMES =
      List.of(
          new Heading(StageExtras.CONNECT_P50_MS, "Connect p50 (ms)"),
          new Heading(StageExtras.CONNECT_P99_MS, "Connect p99 (ms)"),
          new Heading(StageExtras.JOIN_P99_MS, "Join p99 (ms)"));

  /** Whether it is known what limited the servers, or that nothing did. */
  boolean tellsLimits() {
    return !bottlenecks().isEmpty()
        || measured(LIMITS).stream().anyMatch(heading -> heading.figure().isOptional());
  }

  Table limits() {
    return table(measured(LIMITS), true);
  }

  /** The words for them in results. */
  List<String> bottlenecks() {
    return groups.stream()
        .flatMap(group -> group.words(StageExtras.BOTTLENECK).stream())
        .distinct()
        .sorted()
        .toList();
  }

  static String meaning(String bottleneck) {
    return Bottleneck.of(bottleneck)
        .map(Bottleneck::meaning)
        .orElse("A word that this report does not know.");
  }

  /** Whether it is known how fast users were taken in. */
  boolean tellsTimes() {
    return !measured(TIMES).isEmpty();
  }

  Table times() {
    return table(measured(TIMES), false);
  }

  private List<Heading> measured(List<Heading> columns) {
    return columns.stream()
        .filter(c -> groups.stream().anyMatch(g -> g.spread(c.figure()).isMeasured()))
        .toList();
  }

  private Table table(List<Heading> columns, boolean withBottleneck) {
    List<String> header = new ArrayList<>(List.of("Target", "Users"));
    columns.forEach(column -> header.add(column.title()));
    if (withBottleneck) {
      header.add("Bottleneck");
    }
    return new Table(
        header, groups.stream().map(group -> row(group, columns, withBottleneck)).toList());
  }

  private static List<String> row(StageGroup group, List<Heading> columns, boolean withBottleneck) {
    List<String> cells = new ArrayList<>();
    cells.add(group.target());
    cells.add(Integer.toString(group.users()));
    columns.forEach(c -> cells.add(NumberText.rounded(group.spread(c.figure()).median())));
    if (withBottleneck) {
      cells.add(String.join(", ", group.words(StageExtras.BOTTLENECK)));
    }
    return cells;
  }
}
