package org.boardbench.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.boardbench.report.table.ResultTable;

/** The table of the results, and others made like it, as HTML. */
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
    String classes = ((first ? "first " : "") + (row.valid() ? "" : "invalid")).strip();
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

  /**
   * A table of plain texts, whose first column says its text once for all rows that share it.
   *
   * @param rows with as many cells as the header
   */
  static String grouped(List<String> header, List<List<String>> rows) {
    StringBuilder html = new StringBuilder("<div class=\"table\">\n<table>\n");
    html.append(row("th", "", header.stream().map(Html::escape).toList()));
    String previous = "";
    for (List<String> row : rows) {
      boolean first = !row.getFirst().equals(previous);
      previous = row.getFirst();
      List<String> cells = new ArrayList<>(row.stream().map(Html::escape).toList());
      cells.set(0, first ? cells.getFirst() : "");
      html.append(row("td", first ? " class=\"first\"" : "", cells));
    }
    return html.append("</table>\n</div>\n").toString();
  }

  static String row(String cell, String attributes, List<String> contents) {
    return contents.stream()
        .map(content -> "<" + cell + ">" + content + "</" + cell + ">")
        .collect(Collectors.joining("", "<tr" + attributes + ">", "</tr>\n"));
  }
}
