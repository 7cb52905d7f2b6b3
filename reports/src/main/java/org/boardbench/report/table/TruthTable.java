package org.boardbench.report.table;

import java.util.List;
import org.boardbench.report.stored.CalibrationPart;
import org.boardbench.report.stored.CalibrationRow;
import org.boardbench.report.stored.StoredCalibration;

/**
 * What the driver measured against what was true, for each injected fault and each known time.
 *
 * @param rows all of them, in the calibration's order
 */
public record TruthTable(List<CalibrationRow> rows) {
  static final List<String> HEADER =
      List.of("Case", "Figure", "Unit", "Truth", "Measured", "Error", "Bound", "OK");

  public TruthTable {
    rows = List.copyOf(rows);
  }

  public static TruthTable of(StoredCalibration calibration) {
    return new TruthTable(calibration.rows(CalibrationPart.TRUTH));
  }

  /** Rows for readers: without the many faults that were not made and not found. */
  private List<CalibrationRow> shown() {
    return rows.stream().filter(row -> !isNothing(row)).toList();
  }

  private static boolean isNothing(CalibrationRow row) {
    return row.measured() == 0 && row.error() == 0 && !row.isMissed();
  }

  /** For readers: the header, then the cells of each row, of which the first are empty again. */
  public List<List<String>> cells() {
    return shown().stream().map(TruthTable::cells).toList();
  }

  private static List<String> cells(CalibrationRow row) {
    return List.of(
        row.name(),
        row.figure(),
        row.unit(),
        NumberText.rounded(row.truth()),
        NumberText.rounded(row.measured()),
        NumberText.rounded(row.error()),
        NumberText.rounded(row.bound()),
        row.ok().map(ok -> ok ? "yes" : "no").orElse(""));
  }

  /** In full sentences. */
  public String caption() {
    long checks = rows.stream().filter(row -> row.ok().isPresent()).count();
    long missed = rows.stream().filter(CalibrationRow::isMissed).count();
    long nothing = rows.stream().filter(TruthTable::isNothing).count();
    return "Checks: "
        + checks
        + ", of which missed: "
        + missed
        + ". The error is what the driver measured less the truth, which the reference server"
        + " counts and records itself; where there is no bound, nothing is judged. Not shown: "
        + nothing
        + " figures that had to be 0 and were.";
  }

  public List<String> header() {
    return HEADER;
  }
}
