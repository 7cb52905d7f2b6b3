package org.boardbench.export;

import java.util.Map;
import java.util.OptionalDouble;

/** A row of a result file. */
record CsvCells(Map<String, String> cells) {
  String text(String column) {
    return cells.getOrDefault(column, "");
  }

  int integer(String column) {
    return Integer.parseInt(text(column));
  }

  /** Empty when it was not measured, or the file is older than the column. */
  OptionalDouble figure(String column) {
    String text = text(column);
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  /** 0 when it was not measured. */
  long count(String column) {
    return (long) figure(column).orElse(0);
  }
}
