package org.boardbench.view.terminal.table;

import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.function.Function;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;

/**
 * A column of the results' table.
 *
 * @param priority the columns with the lowest are left out first where a terminal is too narrow
 * @param stored where it is in {@code stages.csv}
 */
record ResultColumn(
    String header,
    HorizontalAlign align,
    int priority,
    Column<StageRecord> stored,
    Function<ResultGroup, String> value) {
  /** Of a column that is never left out. */
  static final int ALWAYS = Integer.MAX_VALUE;

  static ResultColumn figure(
      String header,
      int priority,
      Column<StageRecord> stored,
      Function<ResultGroup, String> value) {
    return new ResultColumn(header, HorizontalAlign.RIGHT, priority, stored, value);
  }

  static ResultColumn median(String header, int priority, Column<StageRecord> stored) {
    return figure(header, priority, stored, group -> group.median(stored));
  }

  boolean canBeLeftOut() {
    return priority != ALWAYS;
  }

  ResultColumn withHeader(String other) {
    return new ResultColumn(other, align, priority, stored, value);
  }

  ColumnData<ResultGroup> drawn() {
    return new com.github.freva.asciitable.Column()
        .header(header)
        .headerAlign(align)
        .dataAlign(align)
        .with(value);
  }
}
