package org.boardbench.report.table;

import java.util.List;
import java.util.stream.Collectors;

/** Any table in LaTeX: a {@code tabular} that needs the package booktabs. */
public final class LatexTable {
  private LatexTable() {}

  /**
   * With its caption in a comment.
   *
   * @param columns as LaTeX has them, such as {@code lp{4cm}r}
   * @param rows with as many cells as the header; one whose first cell is empty goes on with the
   *     one before it
   */
  public static String of(
      String caption, String columns, List<String> header, List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    text.append("% ").append(caption).append("\n% Needs \\usepackage{booktabs}.\n");
    text.append("\\begin{tabular}{").append(columns).append("}\n\\toprule\n");
    text.append(line(header));
    for (List<String> row : rows) {
      text.append(row.getFirst().isEmpty() ? "" : "\\midrule\n").append(line(row));
    }
    return text.append("\\bottomrule\n\\end{tabular}\n").toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(LatexTableText::escape)
        .collect(Collectors.joining(" & ", "", " \\\\\n"));
  }
}
