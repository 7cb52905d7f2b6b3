package org.boardbench.results.row;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of {@code trials.csv}.
 *
 * @param status {@link #OK}, {@code failed} or {@code interrupted}
 * @param reason empty when {@code ok}
 * @param seconds how long the attempt took
 * @param measuredFrom the start of second 0; empty when no stage was measured
 * @param seed of the repetition
 */
public record TrialRecord(
    TrialKey trial,
    String status,
    String reason,
    Instant start,
    double seconds,
    Optional<Instant> measuredFrom,
    long seed) {
  /** The status of an attempt that ran to its end. */
  public static final String OK = "ok";
}
