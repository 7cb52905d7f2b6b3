package org.boardbench.report.stored;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.CalibrationColumns;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationRecord;
import org.boardbench.results.table.StoredRow;

/** Turns records of {@code calibration.csv} into rows. */
final class CalibrationRows {
  private CalibrationRows() {}

  static List<CalibrationRow> of(List<StoredRow<CalibrationRecord>> records) throws StoreException {
    List<CalibrationRow> rows = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (StoredRow<CalibrationRecord> csv : records) {
      CalibrationRow row = row(csv);
      if (!seen.add(List.of(row.part(), row.name(), row.repetition(), row.figure()))) {
        throw csv.problem(
            CalibrationColumns.FIGURE,
            "appears twice in its case and repetition: \"" + row.figure() + "\"");
      }
      rows.add(row);
    }
    return rows;
  }

  private static CalibrationRow row(StoredRow<CalibrationRecord> csv) throws StoreException {
    return new CalibrationRow(
        part(csv),
        csv.text(CalibrationColumns.CASE),
        csv.number(CalibrationColumns.USERS),
        csv.number(CalibrationColumns.BOARDS),
        csv.figure(CalibrationColumns.RATE_PER_USER),
        csv.optionalNumber(CalibrationColumns.REPETITION),
        csv.text(CalibrationColumns.FIGURE),
        csv.text(CalibrationColumns.UNIT),
        csv.figure(CalibrationColumns.TRUTH),
        csv.figure(CalibrationColumns.MEASURED),
        csv.figure(CalibrationColumns.ERROR),
        csv.figure(CalibrationColumns.BOUND),
        csv.flag(CalibrationColumns.OK));
  }

  private static CalibrationPart part(StoredRow<CalibrationRecord> csv) throws StoreException {
    String text = csv.text(CalibrationColumns.PART);
    return Arrays.stream(CalibrationPart.values())
        .filter(part -> part.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () -> csv.mustBe(CalibrationColumns.PART, "truth, capacity, noise or interference"));
  }
}
