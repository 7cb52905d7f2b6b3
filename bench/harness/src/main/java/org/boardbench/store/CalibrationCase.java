package org.boardbench.store;

import java.util.List;
import java.util.Optional;

/**
 * What one case of a calibration has found, all of it stored together.
 *
 * @param limitedBy what ended a search for the highest rate: {@code driver}, {@code server}, {@code
 *     machine}, or {@code nothing} when the highest rate that was tried passed; empty elsewhere
 */
public record CalibrationCase(List<CalibrationRow> rows, Optional<String> limitedBy) {
  public CalibrationCase {
    rows = List.copyOf(rows);
  }

  public CalibrationCase(List<CalibrationRow> rows) {
    this(rows, Optional.empty());
  }

  /** The numbers that missed the truth, each in a line. */
  public List<String> misses() {
    return rows.stream()
        .filter(row -> row.part() == CalibrationPart.TRUTH && row.finding().isMissed())
        .map(CalibrationRow::toString)
        .toList();
  }
}
