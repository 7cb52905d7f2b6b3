package org.boardbench.results.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.boardbench.results.row.TimeFigures;

/**
 * Declares columns, in the order of the calls. An edition is a state of all tables together: files
 * of an earlier one lack the later columns.
 */
public final class Columns<R> {
  public static final int FIRST_EDITION = 1;

  private static final int MS_PLACES = 3;
  private static final int LOSS_PLACES = 4;

  private final List<Column<R>> declared;
  private final int edition;

  private Columns(List<Column<R>> declared, int edition) {
    this.declared = declared;
    this.edition = edition;
  }

  /** None yet; of the first edition. */
  public static <R> Columns<R> first() {
    return new Columns<>(new ArrayList<>(), FIRST_EDITION);
  }

  /** Declares the columns of a later edition after those that are declared already. */
  public Columns<R> edition(int number) {
    return new Columns<>(declared, number);
  }

  /** All that are declared, in order. */
  public List<Column<R>> all() {
    return Collections.unmodifiableList(declared);
  }

  /** A text that every row has. */
  public Column<R> name(String name, String doc, Function<R, String> value) {
    return add(name, CellType.NAME, "", doc, value);
  }

  /** A whole number that every row has. */
  public Column<R> number(String name, String doc, ToIntFunction<R> value) {
    return add(name, CellType.NUMBER, "", doc, row -> Integer.toString(value.applyAsInt(row)));
  }

  /** A whole number that not every row has. */
  public Column<R> optionalNumber(String name, String doc, Function<R, OptionalInt> value) {
    return add(
        name,
        CellType.OPTIONAL_NUMBER,
        "",
        doc,
        row -> {
          OptionalInt number = value.apply(row);
          return number.isPresent() ? Integer.toString(number.getAsInt()) : Cells.NOT_MEASURED;
        });
  }

  public Column<R> text(String name, String doc, Function<R, String> value) {
    return add(name, CellType.TEXT, "", doc, value);
  }

  public Column<R> count(String name, String doc, ToLongFunction<R> value) {
    return add(name, CellType.COUNT, "", doc, row -> Long.toString(value.applyAsLong(row)));
  }

  /** A count that not every row has. */
  public Column<R> optionalCount(String name, String doc, Function<R, OptionalLong> value) {
    return add(name, CellType.COUNT, "", doc, row -> Cells.whole(value.apply(row)));
  }

  public Column<R> decimal(
      String name, String unit, int places, String doc, Function<R, OptionalDouble> value) {
    return add(name, CellType.DECIMAL, unit, doc, row -> Cells.decimal(value.apply(row), places));
  }

  /** In a unit that another cell of the row tells, or written in a way of its own. */
  public Column<R> figure(String name, String unit, String doc, Function<R, String> value) {
    return add(name, CellType.DECIMAL, unit, doc, value);
  }

  /** One figure of times, in milliseconds. */
  public Column<R> ms(
      String name, String doc, Function<R, TimeFigures> times, ToDoubleFunction<TimeFigures> ns) {
    return decimal(name, Units.MS, MS_PLACES, doc, row -> times.apply(row).inMs(ns));
  }

  /** {@code part} in percent of {@code whole}; empty where there was nothing to have a part of. */
  public Column<R> share(String name, String doc, ToLongFunction<R> part, ToLongFunction<R> whole) {
    return decimal(
        name,
        Units.PCT,
        LOSS_PLACES,
        doc,
        row -> {
          long all = whole.applyAsLong(row);
          return all == 0
              ? OptionalDouble.empty()
              : OptionalDouble.of(100.0 * (double) part.applyAsLong(row) / (double) all);
        });
  }

  public Column<R> flag(String name, String doc, Function<R, Optional<Boolean>> value) {
    return add(
        name,
        CellType.FLAG,
        "",
        doc,
        row -> value.apply(row).map(String::valueOf).orElse(Cells.NOT_MEASURED));
  }

  /** As another table has it, of a part of the row. */
  public <P> Column<R> like(Column<P> column, Function<R, P> part) {
    return add(
        column.name(),
        column.type(),
        column.unit(),
        column.doc(),
        row -> column.cell().apply(part.apply(row)));
  }

  private Column<R> add(
      String name, CellType type, String unit, String doc, Function<R, String> cell) {
    Column<R> column = new Column<>(name, type, unit, edition, doc, cell);
    declared.add(column);
    return column;
  }
}
