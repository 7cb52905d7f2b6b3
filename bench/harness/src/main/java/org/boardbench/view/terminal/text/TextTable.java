package org.boardbench.view.terminal.text;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: names to the left, numbers to the right, one rule, no borders. */
public final class TextTable {
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(String... header) {
    this.header = List.of(header);
  }

  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** Empty without rows. */
  public String text() {
    if (rows.isEmpty()) {
      return "";
    }
    List<ColumnData<List<String>>> columns = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      int column = i;
      HorizontalAlign align = i == 0 ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT;
      columns.add(
          new Column()
              .header(header.get(i))
              .headerAlign(align)
              .dataAlign(align)
              .with(row -> row.get(column)));
    }
    return ruled(lines(rows, columns)) + "\n";
  }

  /** Blanks between columns: the library's borders would need more room. */
  public static <T> List<String> lines(List<T> rows, List<ColumnData<T>> columns) {
    return AsciiTable.getTable(AsciiTable.NO_BORDERS, rows, columns)
        .lines()
        .map(String::stripTrailing)
        .toList();
  }

  /** With a rule below the header, which is the first of {@code lines}. */
  public static String ruled(List<String> lines) {
    StringBuilder text = new StringBuilder(lines.getFirst()).append('\n');
    text.append(' ').append("-".repeat(width(lines) - 1)).append('\n');
    lines.stream().skip(1).forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  public static int width(List<String> lines) {
    return lines.stream().mapToInt(String::length).max().orElse(1);
  }
}
