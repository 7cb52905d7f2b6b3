package org.boardbench.results.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.results.StoreException;

/**
 * One row of a result file, whose cells are of their columns' types. A column that the file does
 * not have reads as empty.
 */
public final class StoredRow<R> {
  private final String file;
  private final long line;
  private final Map<String, Integer> places;
  private final List<String> cells;

  /**
   * @param places of columns among the cells, the same for all rows of a file
   */
  StoredRow(String file, long line, Map<String, Integer> places, List<String> cells) {
    this.file = file;
    this.line = line;
    this.places = places;
    this.cells = cells;
  }

  /**
   * A row of no file.
   *
   * @param cells by column's name
   */
  public static <R> StoredRow<R> of(Map<String, String> cells) {
    List<String> columns = List.copyOf(cells.keySet());
    return new StoredRow<>("", 0, places(columns), columns.stream().map(cells::get).toList());
  }

  /** Of the columns that a file's first line has. */
  static Map<String, Integer> places(List<String> header) {
    Map<String, Integer> places = new HashMap<>();
    header.forEach(name -> places.put(name, places.size()));
    return Map.copyOf(places);
  }

  /** Empty when nothing was written. */
  public String text(Column<R> column) {
    Integer place = places.get(column.name());
    return place == null ? "" : cells.get(place);
  }

  /** A number that every row has. */
  public int number(Column<R> column) {
    return Integer.parseInt(text(column));
  }

  /** A whole number that not every row has. */
  public OptionalInt optionalNumber(Column<R> column) {
    String text = text(column);
    return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
  }

  /** A measured figure; empty when nothing was measured, or the file is older than the column. */
  public OptionalDouble measured(Column<R> column) {
    String text = text(column);
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  /** The same, NaN when nothing was measured. */
  public double figure(Column<R> column) {
    return measured(column).orElse(Double.NaN);
  }

  /** Empty when nobody judged. */
  public Optional<Boolean> flag(Column<R> column) {
    return Optional.of(text(column)).filter(text -> !text.isEmpty()).map(Boolean::valueOf);
  }

  /** What is wrong with a cell, and where it is. */
  public StoreException problem(Column<R> column, String message) {
    return new StoreException(file + ", line " + line + ", column " + column + ": " + message);
  }

  /** The same for a cell that must hold something else. */
  public StoreException mustBe(Column<R> column, String what) {
    return problem(column, "must be " + what + ", was \"" + text(column) + "\"");
  }

  /** Every cell has to be of its column's type. */
  void check(TableSpec<R> spec) throws StoreException {
    for (Column<R> column : spec.columns()) {
      String text = text(column);
      if (places.containsKey(column.name()) && !column.type().fits(text)) {
        throw problem(column, text.isEmpty() ? "must not be empty" : wrong(column, text));
      }
    }
  }

  private static String wrong(Column<?> column, String text) {
    return column.type().rule() + ", was \"" + text + "\"";
  }
}
