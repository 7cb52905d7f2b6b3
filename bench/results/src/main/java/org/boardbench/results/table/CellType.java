package org.boardbench.results.table;

import java.util.regex.Pattern;

/** What a cell may hold. */
public enum CellType {
  /** A text that is never empty. */
  NAME("text", "must not be empty", ".+"),
  /** A whole number that is never empty. */
  NUMBER("whole number", "must be a whole number", "-?\\d{1,9}"),
  /** A whole number; empty = there is none. */
  OPTIONAL_NUMBER("whole number or empty", "must be a whole number", "(-?\\d{1,9})?"),
  /** A text; empty = there is nothing to say. */
  TEXT("text or empty", "", ".*"),
  /** How many; empty = not counted. */
  COUNT("count", "must be a number or empty", CellType.FIGURE),
  /** A measured figure; empty = not measured. */
  DECIMAL("decimal", "must be a number or empty", CellType.FIGURE),
  /** {@code true} or {@code false}; empty = nobody judged. */
  FLAG("true or false", "must be true, false or empty", "true|false|");

  private static final String FIGURE = "(-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?)?";

  private final String words;
  private final String rule;
  private final Pattern pattern;

  CellType(String words, String rule, String pattern) {
    this.words = words;
    this.rule = rule;
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
  }

  /** For documentation. */
  public String words() {
    return words;
  }

  boolean fits(String text) {
    return pattern.matcher(text).matches();
  }

  /** What must hold of a cell. */
  String rule() {
    return rule;
  }
}
