package org.boardbench.report.stored;

import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;

/**
 * A row of {@code timeline.csv}. Figures are NaN where nothing was measured.
 *
 * @param isOwedWhole whether {@code owed} covers the second as {@code expected} does
 */
public record StoredSecond(StoredRow<SecondRecord> row, boolean isOwedWhole) {
  public String trialId() {
    return row.text(SecondColumns.TRIAL_ID);
  }

  public int stage() {
    return row.number(SecondColumns.STAGE);
  }

  /** Counts from 0 at the start of the trial's first stage. */
  public int second() {
    return row.number(SecondColumns.SECOND);
  }

  public double figure(Column<SecondRecord> column) {
    return row.figure(column);
  }

  /** Deliveries that the plan owed for this second, had every user stayed. */
  public double owed() {
    return isOwedWhole ? row.figure(SecondColumns.OWED) : Double.NaN;
  }

  /** Percent; NaN when nothing was expected, because then nothing can be said of loss. */
  public double lossPct() {
    double expected = row.figure(SecondColumns.EXPECTED);
    return expected > 0 ? 100 * row.figure(SecondColumns.LOST) / expected : Double.NaN;
  }

  /** Of what was owed; NaN when nothing was, or when it was not measured. */
  public double owedLossPct() {
    double arrived = row.figure(SecondColumns.EXPECTED) - row.figure(SecondColumns.LOST);
    return owed() > 0 ? 100 * (owed() - arrived) / owed() : Double.NaN;
  }

  /** For a second that {@code owed} does not cover as a whole, as {@code expected} does. */
  public StoredSecond withoutOwed() {
    return new StoredSecond(row, false);
  }
}
