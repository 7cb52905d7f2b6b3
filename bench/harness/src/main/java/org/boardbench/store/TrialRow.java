package org.boardbench.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of {@code trials.csv}.
 *
 * @param reason empty when {@code ok}
 * @param measuredFrom the start of second 0 of {@code timeline.csv} and {@code resources.csv};
 *     empty when no stage was measured
 * @param serverEndedUsers users of the stage in which the server ended by itself; empty when it did
 *     not
 */
public record TrialRow(
    TrialId trial,
    Status status,
    String reason,
    Instant start,
    double seconds,
    Optional<Instant> measuredFrom,
    OptionalInt serverEndedUsers) {
  /** How a trial ended; written in lower case. */
  public enum Status {
    OK,
    FAILED,
    INTERRUPTED
  }
}
