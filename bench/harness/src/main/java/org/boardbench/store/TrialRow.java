package org.boardbench.store;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of {@code trials.csv}.
 *
 * @param reason empty when {@code ok}
 * @param measuredFrom the start of second 0 of {@code timeline.csv} and {@code resources.csv};
 *     empty when no stage was measured
 */
public record TrialRow(
    TrialId trial,
    Status status,
    String reason,
    Instant start,
    double seconds,
    Optional<Instant> measuredFrom) {
  /** How a trial ended; written in lower case. */
  public enum Status {
    OK,
    FAILED,
    INTERRUPTED
  }
}
