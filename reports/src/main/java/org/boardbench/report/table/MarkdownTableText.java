package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.List;

/** The table for Markdown pages. */
public final class MarkdownTableText {
  private MarkdownTableText() {}

  public static String of(ResultTable table) {
    return table.caption()
        + "\n\n"
        + MarkdownTable.of(
            table.header(),
            1,
            table.hasReasons() ? 1 : 0,
            table.rows().stream().map(MarkdownTableText::cells).toList());
  }

  private static List<String> cells(ResultTable.Row row) {
    List<String> cells = new ArrayList<>(List.of(row.target(), row.users()));
    row.cells()
        .forEach(
            c -> cells.add(c.range().isEmpty() ? c.value() : c.value() + " (" + c.range() + ")"));
    return cells;
  }
}
