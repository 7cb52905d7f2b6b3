package org.boardbench.results.table;

import java.util.List;

/**
 * A kind of result file. Names and order of its columns are a contract: new ones come after all
 * others, and none is renamed or moved without a new {@code format} in the folder's JSON file.
 *
 * @param fileName in a results folder
 * @param doc what a row is, one sentence
 */
public record TableSpec<R>(String fileName, String doc, List<Column<R>> columns) {
  public TableSpec {
    columns = List.copyOf(columns);
  }

  /** The table as it was when it had so many columns. */
  TableSpec<R> firstColumns(int number) {
    return new TableSpec<>(fileName, doc, columns.subList(0, number));
  }

  /** What the file's first line says. */
  public List<String> header() {
    return columns.stream().map(Column::name).toList();
  }
}
