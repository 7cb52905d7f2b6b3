package org.boardbench.report.html;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.table.NumberText;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;

/**
 * Some figures of all servers at all loads, those alone that were measured.
 *
 * @param rows with as many plain texts as the header
 */
record ServerTable(List<String> header, List<List<String>> rows) {
  record Heading(Column<StageRecord> figure, String title) {}

  static ServerTable of(List<StageGroup> groups, List<Heading> columns) {
    return table(groups, measured(groups, columns), false);
  }

  static ServerTable withBottleneck(List<StageGroup> groups, List<Heading> columns) {
    return table(groups, measured(groups, columns), true);
  }

  static List<Heading> measured(List<StageGroup> groups, List<Heading> columns) {
    return columns.stream()
        .filter(c -> groups.stream().anyMatch(g -> g.spread(c.figure()).isMeasured()))
        .toList();
  }

  private static ServerTable table(
      List<StageGroup> groups, List<Heading> columns, boolean withBottleneck) {
    List<String> header = new ArrayList<>(List.of("Variant", "Users"));
    columns.forEach(column -> header.add(column.title()));
    if (withBottleneck) {
      header.add("Bottleneck");
    }
    return new ServerTable(
        header, groups.stream().map(group -> row(group, columns, withBottleneck)).toList());
  }

  private static List<String> row(StageGroup group, List<Heading> columns, boolean withBottleneck) {
    List<String> cells = new ArrayList<>();
    cells.add(group.target());
    cells.add(Integer.toString(group.users()));
    columns.forEach(c -> cells.add(NumberText.rounded(group.spread(c.figure()).median())));
    if (withBottleneck) {
      cells.add(group.countedWords(StageExtras.BOTTLENECK));
    }
    return cells;
  }
}
