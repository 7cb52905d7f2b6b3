package org.boardbench.store.calibration;

import java.util.List;
import java.util.Optional;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationRow;

/**
 * What one case of a calibration has found, all of it stored together.
 *
 * @param limitedBy what ended a search for the highest rate: {@code driver}, {@code server}, {@code
 *     machine}, or {@code nothing} when the highest rate that was tried passed; empty elsewhere
 * @param disturbance what kept the machine from being idle, in words, where times needed it idle
 */
public record CalibrationCase(
    List<CalibrationRow> rows, Optional<String> limitedBy, Optional<String> disturbance) {
  private static final String MS = "ms";

  public CalibrationCase {
    rows = List.copyOf(rows);
  }

  /** A case of counts. */
  public static CalibrationCase of(List<CalibrationRow> rows) {
    return new CalibrationCase(rows, Optional.empty(), Optional.empty());
  }

  /** The numbers that missed the truth, each in a line; a time with what disturbed it. */
  public List<String> misses() {
    return rows.stream()
        .filter(row -> row.part() == CalibrationPart.TRUTH && row.finding().isMissed())
        .map(this::miss)
        .toList();
  }

  private String miss(CalibrationRow row) {
    boolean isTime = row.finding().unit().equals(MS);
    return row + (isTime ? disturbance.map(words -> " (" + words + ")").orElse("") : "");
  }
}
