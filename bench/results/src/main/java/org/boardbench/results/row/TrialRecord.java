package org.boardbench.results.row;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of {@code trials.csv}.
 *
 * @param status {@link #OK}, {@link #FAILED} or {@code interrupted}
 * @param reason empty when {@code ok}
 * @param seconds how long the attempt took
 * @param measuredFrom the start of second 0; empty when no stage was measured
 * @param seed of the repetition
 * @param serverEndedUsers users of the stage in which the server ended by itself; empty where it
 *     did not
 */
public record TrialRecord(
    TrialKey trial,
    String status,
    String reason,
    Instant start,
    double seconds,
    Optional<Instant> measuredFrom,
    long seed,
    OptionalInt serverEndedUsers) {
  /** The status of an attempt that ran to its end. */
  public static final String OK = "ok";

  /** The status of a trial that somebody ended: a run that goes on does it again. */
  public static final String INTERRUPTED = "interrupted";

  /** The status of an attempt that could not; nobody broke it off. */
  public static final String FAILED = "failed";
}
