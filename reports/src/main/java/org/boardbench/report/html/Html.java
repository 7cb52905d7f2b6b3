package org.boardbench.report.html;

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
}
