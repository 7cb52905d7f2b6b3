package org.boardbench.results.table;

import java.util.function.Function;

/**
 * One column of a result file.
 *
 * @param name in the file's first line
 * @param unit empty for what has none
 * @param edition of the tables that it came with, see {@link Columns}
 * @param doc one sentence
 * @param cell its text in a row; empty = not measured
 */
public record Column<R>(
    String name, CellType type, String unit, int edition, String doc, Function<R, String> cell) {
  /** Whether files of earlier versions lack it, so that it reads as not measured there. */
  public boolean isOptional() {
    return edition > Columns.FIRST_EDITION;
  }

  @Override
  public String toString() {
    return name;
  }
}
