package org.boardbench.report.stored;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.CalibrationColumns;
import org.boardbench.results.row.CalibrationRecord;
import org.boardbench.results.table.StoredRow;

/** Turns records of {@code calibration.csv} into rows. */
final class CalibrationRows {
  private CalibrationRows() {}

  static List<CalibrationRow> of(List<StoredRow<CalibrationRecord>> records) throws StoreException {
    List<CalibrationRow> rows = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (StoredRow<CalibrationRecord> csv : records) {
      CalibrationRow row = CalibrationRow.of(csv);
      if (!seen.add(List.of(row.part(), row.name(), row.repetition(), row.figure()))) {
        throw csv.problem(
            CalibrationColumns.FIGURE,
            "appears twice in its case and repetition: \"" + row.figure() + "\"");
      }
      rows.add(row);
    }
    return rows;
  }
}
