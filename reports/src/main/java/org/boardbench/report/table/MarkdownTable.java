package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Any table in Markdown. */
final class MarkdownTable {
  private MarkdownTable() {}

  /**
   * @param texts so many columns from the left are text, the others numbers
   */
  static String of(List<String> header, int texts, List<List<String>> rows) {
    List<String> rule = new ArrayList<>(Collections.nCopies(texts, "---"));
    rule.addAll(Collections.nCopies(header.size() - texts, "--:"));
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
