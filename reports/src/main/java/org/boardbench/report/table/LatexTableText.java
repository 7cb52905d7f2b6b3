package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The table for a paper: a {@code tabular} that needs the package booktabs. */
public final class LatexTableText {
  private LatexTableText() {}

  public static String of(ResultTable table) {
    StringBuilder text = new StringBuilder();
    text.append("% ").append(table.caption()).append("\n% Needs \\usepackage{booktabs}.\n");
    text.append("\\begin{tabular}{l")
        .append("r".repeat(table.header().size() - 2))
        .append(table.hasReasons() ? "l" : "r")
        .append("}\n\\toprule\n");
    line(text, table.header().stream().map(LatexTableText::stacked).toList());
    String previous = "";
    for (ResultTable.Row row : table.rows()) {
      boolean first = !row.target().equals(previous);
      text.append(first ? "\\midrule\n" : "");
      line(text, cells(first ? row.target() : "", row.users(), row, ResultTable.Cell::value));
      if (row.hasRange()) {
        line(
            text,
            cells("", "", row, ResultTable.Cell::range).stream()
                .map(LatexTableText::tiny)
                .toList());
      }
      previous = row.target();
    }
    return text.append("\\bottomrule\n\\end{tabular}\n").toString();
  }

  private static List<String> cells(
      String target, String users, ResultTable.Row row, Function<ResultTable.Cell, String> part) {
    List<String> cells = new ArrayList<>(List.of(escape(target), escape(users)));
    row.cells().forEach(cell -> cells.add(escape(part.apply(cell))));
    return cells;
  }

  private static String tiny(String cell) {
    return cell.isEmpty() ? "" : "{\\tiny " + cell + "}";
  }

  /** A head of several words in lines upon each other, which keeps the column narrow. */
  private static String stacked(String title) {
    String escaped = escape(title);
    return title.contains(" ")
        ? "\\shortstack{" + escaped.replace(" \\%", "~\\%").replace(" ", "\\\\") + "}"
        : escaped;
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append(String.join(" & ", cells)).append(" \\\\\n");
  }

  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\textbackslash{}");
        case '~' -> escaped.append("\\textasciitilde{}");
        case '^' -> escaped.append("\\textasciicircum{}");
        case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').append(c);
        case '–' -> escaped.append("--");
        case '†' -> escaped.append("$\\dagger$");
        case '≥' -> escaped.append("$\\geq$");
        case '≤' -> escaped.append("$\\leq$");
        case '±' -> escaped.append("$\\pm$");
        case '<' -> escaped.append("$<$");
        case '>' -> escaped.append("$>$");
        case 'µ' -> escaped.append("$\\mu$");
        case '÷' -> escaped.append("$\\div$");
        case '∞' -> escaped.append("$\\infty$");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
