package org.boardbench.report.stored;

import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.StoredRow;

/**
 * A row of {@code trials.csv}.
 *
 * @param id unique in the run, and fit to be part of a file's name
 * @param repetition counts from 1
 * @param status {@code ok} when the trial ran to its end, else how it ended
 * @param reason empty when {@code ok}
 * @param seconds that it took, from before its processes start until they have ended
 */
public record StoredTrial(
    String id, String target, int repetition, String status, String reason, double seconds) {
  static StoredTrial of(StoredRow<TrialRecord> row) {
    return new StoredTrial(
        row.text(TrialColumns.TRIAL_ID),
        row.text(TrialColumns.TARGET),
        row.number(TrialColumns.REPETITION),
        row.text(TrialColumns.STATUS),
        row.text(TrialColumns.REASON),
        row.figure(TrialColumns.SECONDS_TAKEN));
  }

  /** Whether somebody ended it. */
  boolean isInterrupted() {
    return status.equals(TrialRecord.INTERRUPTED);
  }

  public boolean isOk() {
    return status.equals(TrialRecord.OK);
  }
}
