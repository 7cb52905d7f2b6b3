package org.boardbench.report.html;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text in HTML. */
final class Html {
  /**
   * What no page may hold, and what turns the direction of the text behind it, so that a reader
   * would see other words than are there. Line ends and tabs stay.
   */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cc}\\x{61C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\n\r\t]]");

  private static final String REPLACEMENT = "\ufffd";

  private Html() {}

  /**
   * Safe as the content of an element and inside a quoted attribute, whoever worded it. In the
   * place of each control character is the sign for what cannot be shown.
   */
  static String escape(String text) {
    return UNSEEN
        .matcher(text)
        .replaceAll(REPLACEMENT)
        .replace("&", "&amp;")
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
