package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Any table in Markdown. */
public final class MarkdownTable {
  private MarkdownTable() {}

  /**
   * Numbers stand at the right of their columns.
   *
   * @param first so many columns from the left are text
   * @param last so many from the right are text too; those between are numbers
   */
  public static String of(List<String> header, int first, int last, List<List<String>> rows) {
    List<String> rule = new ArrayList<>(Collections.nCopies(first, "---"));
    rule.addAll(Collections.nCopies(header.size() - first - last, "--:"));
    rule.addAll(Collections.nCopies(last, "---"));
    StringBuilder text = new StringBuilder(line(header)).append(line(rule));
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("\\", "\\\\").replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
