package org.boardbench.report.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.boardbench.report.stored.CalibrationRow;

/** The table of a calibration's truths as text. */
public final class TruthTableText {
  private TruthTableText() {}

  /** For programs: all rows, all digits. */
  public static String csv(TruthTable table) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord("case", "figure", "unit", "truth", "measured", "error", "bound", "ok");
      for (CalibrationRow row : table.rows()) {
        csv.printRecord(
            row.name(),
            row.figure(),
            row.unit(),
            NumberText.exact(row.truth()),
            NumberText.exact(row.measured()),
            NumberText.exact(row.error()),
            NumberText.exact(row.bound()),
            row.ok().map(String::valueOf).orElse(""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** For Markdown pages. */
  public static String markdown(TruthTable table) {
    StringBuilder text = new StringBuilder(table.caption()).append("\n\n");
    line(text, table.header());
    line(text, Collections.nCopies(3, "---"), Collections.nCopies(4, "--:"), List.of("---"));
    table.cells().forEach(cells -> line(text, cells));
    return text.toString();
  }

  @SafeVarargs
  private static void line(StringBuilder text, List<String>... parts) {
    for (List<String> part : parts) {
      part.forEach(cell ->
          text.append("| ").append(cell.replace("\\", "\\\\").replace("|", "\\|")).append(' '));
    }
    text.append("|\n");
  }
}
