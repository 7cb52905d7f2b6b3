package org.boardbench.report.table;

import java.util.List;
import java.util.Locale;
import org.boardbench.report.stored.CalibrationRow;
import org.boardbench.report.stored.StoredCalibration;
import org.boardbench.results.row.CalibrationPart;

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
    return row.measured() == 0 && !(Math.abs(row.error()) > 0) && !row.isMissed();
  }

  /** For readers: the cells of each row that they are shown. */
  public List<List<String>> cells() {
    return shown().stream().map(TruthTable::cells).toList();
  }

  private static List<String> cells(CalibrationRow row) {
    return List.of(
        row.name(),
        row.figure(),
        row.unit(),
        number(row.truth(), row.unit()),
        number(row.measured(), row.unit()),
        number(row.error(), row.unit()),
        number(row.bound(), row.unit()),
        row.ok().map(ok -> ok ? "yes" : "no").orElse(""));
  }

  /** Times with all their decimals, so that truth and error add up. */
  private static String number(double value, String unit) {
    return unit.equals("ms") && !Double.isNaN(value)
        ? String.format(Locale.ROOT, "%.3f", value)
        : NumberText.exact(value);
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
        + " figures of 0 that missed nothing.";
  }

  public List<String> header() {
    return HEADER;
  }
}
