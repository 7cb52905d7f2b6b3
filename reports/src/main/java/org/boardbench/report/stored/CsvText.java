package org.boardbench.report.stored;

/**
 * The text of a CSV file, cut after its last complete record. A record is complete when its line
 * end was written, because the cells of an unfinished line may be cut short and still look whole.
 *
 * @param complete all records that were written to their end
 * @param torn whether something came after them
 */
record CsvText(String complete, boolean torn) {
  static CsvText of(String text) {
    boolean quoted = false;
    int end = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\n' && !quoted) {
        end = i + 1;
      }
    }
    return new CsvText(text.substring(0, end), end < text.length());
  }
}
