package org.boardbench.results.row;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of {@code trials.csv}.
 *
 * @param status {@code ok}, {@code failed} or {@code interrupted}
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
    long seed) {}
