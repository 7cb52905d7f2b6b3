package org.boardbench.report.stored;

import java.util.List;
import org.boardbench.results.row.CalibrationPart;
import tools.jackson.databind.JsonNode;

/**
 * What a calibration of the driver left on disk.
 *
 * @param name the folder's name
 * @param manifest {@code calibration.json}
 * @param rows in the file's order, at least one
 * @param failures a line for each number that missed the truth and each case that found nothing
 * @param notes for the reader of a report, one sentence each
 */
public record StoredCalibration(
    String name,
    JsonNode manifest,
    List<CalibrationRow> rows,
    List<String> failures,
    List<String> notes) {
  public StoredCalibration {
    rows = List.copyOf(rows);
    failures = List.copyOf(failures);
    notes = List.copyOf(notes);
  }

  public List<CalibrationRow> rows(CalibrationPart part) {
    return rows.stream().filter(row -> row.part() == part).toList();
  }
}
