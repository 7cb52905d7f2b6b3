package org.boardbench.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.boardbench.report.table.ResultTable;

/** The table of the results as HTML. */
final class HtmlTable {
  private HtmlTable() {}

  static String of(ResultTable table) {
    StringBuilder html = new StringBuilder("<div class=\"table\">\n<table");
    html.append(table.hasReasons() ? " class=\"reasons\">\n" : ">\n");
    html.append(row("th", "", table.header().stream().map(Html::escape).toList()));
    String previous = "";
    for (ResultTable.Row row : table.rows()) {
      boolean first = !row.target().equals(previous);
      html.append(row("td", attributes(row, first), cells(row, first)));
      previous = row.target();
    }
    return html.append("</table>\n</div>\n<p>")
        .append(Html.escape(table.caption()))
        .append("</p>\n")
        .toString();
  }

  private static String attributes(ResultTable.Row row, boolean first) {
    String classes = ((first ? "first " : "") + (row.stands() ? "" : "invalid")).strip();
    return classes.isEmpty() ? "" : " class=\"" + classes + "\"";
  }

  private static List<String> cells(ResultTable.Row row, boolean withTarget) {
    List<String> cells = new ArrayList<>();
    cells.add(withTarget ? Html.escape(row.target()) : "");
    cells.add(Html.escape(row.users()));
    for (ResultTable.Cell cell : row.cells()) {
      String range =
          cell.range().isEmpty() ? "" : "<br><small>" + Html.escape(cell.range()) + "</small>";
      cells.add(Html.escape(cell.value()) + range);
    }
    return cells;
  }

  static String row(String cell, String attributes, List<String> contents) {
    return contents.stream()
        .map(content -> "<" + cell + ">" + content + "</" + cell + ">")
        .collect(Collectors.joining("", "<tr" + attributes + ">", "</tr>\n"));
  }
}
