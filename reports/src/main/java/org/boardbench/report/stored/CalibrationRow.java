package org.boardbench.report.stored;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.CalibrationColumns;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationRecord;
import org.boardbench.results.table.StoredRow;

/**
 * A row of {@code calibration.csv}. Numbers are NaN where they do not apply or nothing was
 * measured.
 */
public record CalibrationRow(CalibrationPart part, StoredRow<CalibrationRecord> row) {
  static CalibrationRow of(StoredRow<CalibrationRecord> row) throws StoreException {
    String text = row.text(CalibrationColumns.PART);
    CalibrationPart part =
        Arrays.stream(CalibrationPart.values())
            .filter(known -> known.toString().equals(text))
            .findFirst()
            .orElseThrow(() ->
                row.mustBe(CalibrationColumns.PART, "truth, capacity, noise or interference"));
    return new CalibrationRow(part, row);
  }

  /** The case within its part: {@code drop}, {@code delay-10ms}, {@code 300u-10b}. */
  public String name() {
    return row.text(CalibrationColumns.CASE);
  }

  public int users() {
    return row.number(CalibrationColumns.USERS);
  }

  public int boards() {
    return row.number(CalibrationColumns.BOARDS);
  }

  /** Messages a second. */
  public double ratePerUser() {
    return row.figure(CalibrationColumns.RATE_PER_USER);
  }

  /** The step of a search or the trial, from 1; empty for what sums them up. */
  public OptionalInt repetition() {
    return row.optionalNumber(CalibrationColumns.REPETITION);
  }

  public String figure() {
    return row.text(CalibrationColumns.FIGURE);
  }

  public String unit() {
    return row.text(CalibrationColumns.UNIT);
  }

  public double truth() {
    return row.figure(CalibrationColumns.TRUTH);
  }

  public double measured() {
    return row.figure(CalibrationColumns.MEASURED);
  }

  /** What was measured less the truth. */
  public double error() {
    return row.figure(CalibrationColumns.ERROR);
  }

  /** Of the error's size. */
  public double bound() {
    return row.figure(CalibrationColumns.BOUND);
  }

  /** Empty when there is nothing to judge. */
  public Optional<Boolean> ok() {
    return row.flag(CalibrationColumns.OK);
  }

  public boolean isMissed() {
    return !ok().orElse(true);
  }
}
