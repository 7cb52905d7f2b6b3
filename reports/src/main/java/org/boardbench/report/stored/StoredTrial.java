package org.boardbench.report.stored;

/**
 * A row of {@code trials.csv}.
 *
 * @param id unique in the run, and fit to be part of a file's name
 * @param repetition counts from 1
 * @param status {@code ok} when the trial ran to its end, else how it ended
 * @param reason empty when {@code ok}
 */
public record StoredTrial(String id, String target, int repetition, String status, String reason) {
  public boolean isOk() {
    return status.equals("ok");
  }
}
