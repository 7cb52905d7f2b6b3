package org.boardbench.store;

import java.time.Instant;

/**
 * One row of {@code trials.csv}.
 *
 * @param reason empty when {@code ok}
 */
public record TrialRow(TrialId trial, Status status, String reason, Instant start, double seconds) {
  /** How a trial ended; written in lower case. */
  public enum Status {
    OK,
    FAILED,
    INTERRUPTED
  }
}
