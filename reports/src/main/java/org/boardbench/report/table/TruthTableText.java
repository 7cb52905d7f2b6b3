package org.boardbench.report.table;

import java.util.List;
import org.boardbench.report.stored.CalibrationRow;

/** The table of a calibration's truths as text. */
public final class TruthTableText {
  private static final List<String> HEADER =
      List.of("case", "figure", "unit", "truth", "measured", "error", "bound", "ok");

  private TruthTableText() {}

  /** For programs: all rows, all digits. */
  public static String csv(TruthTable table) {
    return CsvTable.of(HEADER, table.rows().stream().map(TruthTableText::cells).toList());
  }

  private static List<String> cells(CalibrationRow row) {
    return List.of(
        row.name(),
        row.figure(),
        row.unit(),
        NumberText.exact(row.truth()),
        NumberText.exact(row.measured()),
        NumberText.exact(row.error()),
        NumberText.exact(row.bound()),
        row.ok().map(String::valueOf).orElse(""));
  }

  /** For Markdown pages. */
  public static String markdown(TruthTable table) {
    return table.caption() + "\n\n" + MarkdownTable.of(table.header(), 3, 1, table.cells());
  }
}
