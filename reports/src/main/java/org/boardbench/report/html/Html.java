package org.boardbench.report.html;

import java.util.List;
import java.util.stream.Collectors;

/** Text in HTML. */
final class Html {
  private Html() {}

  /** Safe as the content of an element and inside a quoted attribute. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A paragraph of plain text. */
  static String paragraph(String text) {
    return "<p>" + escape(text) + "</p>\n";
  }

  /**
   * A table of plain texts.
   *
   * @param rows with as many cells as the header
   */
  static String table(List<String> header, List<List<String>> rows) {
    StringBuilder html = new StringBuilder("<div class=\"table\">\n<table class=\"text\">\n");
    html.append(row("th", header));
    rows.forEach(row -> html.append(row("td", row)));
    return html.append("</table>\n</div>\n").toString();
  }

  private static String row(String cell, List<String> texts) {
    return texts.stream()
        .map(text -> "<" + cell + ">" + escape(text) + "</" + cell + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }
}
