package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The table for Markdown pages. */
public final class MarkdownTableText {
  private MarkdownTableText() {}

  public static String of(ResultTable table) {
    StringBuilder text = new StringBuilder(table.caption()).append("\n\n");
    line(text, table.header());
    List<String> rule = new ArrayList<>(List.of("---"));
    rule.addAll(Collections.nCopies(table.header().size() - 1, "--:"));
    if (table.hasReasons()) {
      rule.set(rule.size() - 1, "---");
    }
    line(text, rule);
    table.rows().forEach(row -> line(text, cells(row)));
    return text.toString();
  }

  private static List<String> cells(ResultTable.Row row) {
    List<String> cells = new ArrayList<>();
    cells.add(escape(row.target()));
    cells.add(row.users());
    row.cells()
        .forEach(c ->
            cells.add(
                escape(c.range().isEmpty() ? c.value() : c.value() + " (" + c.range() + ")")));
    return cells;
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|");
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
