package org.boardbench.report.stored;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One record of a CSV file, whose cells are read by column name and type. */
final class CsvRow {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private final String file;
  private final long line;
  private final Map<String, String> cells;

  /**
   * @param file name to show in an error
   * @param line where the record begins, counts from 1
   * @param cells by column
   */
  CsvRow(String file, long line, Map<String, String> cells) {
    this.file = file;
    this.line = line;
    this.cells = cells;
  }

  /** The cell's text, empty when nothing was written, or the file has no such column. */
  String text(String column) {
    return cells.getOrDefault(column, "");
  }

  /** A text that must be there. */
  String name(String column) throws StoredRunException {
    String text = text(column);
    if (text.isEmpty()) {
      throw problem(column, "must not be empty");
    }
    return text;
  }

  /** A whole number that must be there. */
  int integer(String column) throws StoredRunException {
    String text = name(column);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw problem(column, "must be a whole number, was \"" + text + "\"");
    }
  }

  /** A measured figure; NaN when the cell is empty, because nothing was measured. */
  double figure(String column) throws StoredRunException {
    String text = text(column);
    if (text.isEmpty()) {
      return Double.NaN;
    }
    if (!NUMBER.matcher(text).matches()) {
      throw problem(column, "must be a number or empty, was \"" + text + "\"");
    }
    return Double.parseDouble(text);
  }

  /** {@code true}, {@code false}, or empty when nobody judged. */
  Optional<Boolean> verdict(String column) throws StoredRunException {
    return switch (text(column)) {
      case "" -> Optional.empty();
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      case String other ->
          throw problem(column, "must be true, false or empty, was \"" + other + "\"");
    };
  }

  StoredRunException problem(String column, String message) {
    return new StoredRunException(file + ", line " + line + ", column " + column + ": " + message);
  }
}
