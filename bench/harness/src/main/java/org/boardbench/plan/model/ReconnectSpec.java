package org.boardbench.plan.model;

import java.time.Duration;
import org.boardbench.input.Durations;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;

/**
 * When a user whose connection has dropped, or who could not connect or join, tries again.
 *
 * @param isNever not before the next stage; the other components mean nothing then
 * @param first pause before the first attempt
 * @param shortest pause before the second one; it doubles from attempt to attempt
 * @param longest pause that it grows to
 * @param jitterPct by how much of itself, at most, each pause is shortened at random
 */
public record ReconnectSpec(
    boolean isNever, Duration first, Duration shortest, Duration longest, int jitterPct) {
  public static final ReconnectSpec NEVER =
      new ReconnectSpec(true, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

  /** As clients of such servers do: at once, then ever more patiently. */
  private static final ReconnectSpec USUAL =
      backoff(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(30), 50);

  public static final Section<ReconnectSpec> KEYS = new Section<>();

  public static final String NEVER_KEY = "never";
  public static final String BACKOFF_KEY = "backoff";
  public static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  public static final PlanKey<String> RECONNECT =
      KEYS.add(
          ReconnectSpec::text,
          PlanKey.shaped(
                  "reconnect",
                  "never, backoff, or parts like first=0ms,backoff=1s..30s,jitter=50",
                  "When a user who drops, or could not join, tries again: never in the same stage,"
                      + " with back-off as real clients do, or by its parts; in a file these may be"
                      + " a map.")
              .usuallyAs(BACKOFF_KEY)
              .option("POLICY", "--reconnect"));

  public static final PlanKey<Duration> FIRST =
      KEYS.addUnstored(
          PlanKey.of(
                  "reconnect.first",
                  ValueReader.duration(Duration.ZERO, LONGEST_PAUSE),
                  "Pause before the first attempt.")
              .usually(USUAL.first()));

  public static final PlanKey<Duration> PAUSE =
      KEYS.addUnstored(
          PlanKey.of(
                  "reconnect." + BACKOFF_KEY,
                  ValueReader.duration(Duration.ofMillis(1), LONGEST_PAUSE),
                  "Shortest and longest pause before the next attempts, like 1s..30s; it doubles.")
              .usuallyAs("1s..30s"));

  public static final PlanKey<Integer> JITTER =
      KEYS.addUnstored(
          PlanKey.of(
                  "reconnect.jitter",
                  ValueReader.wholeNumber(0, 100),
                  "By how much, at most, each pause is shortened at random, in percent.")
              .usually(USUAL.jitterPct()));

  /** What holds where an experiment says nothing. */
  public static ReconnectSpec usual() {
    return USUAL;
  }

  public static ReconnectSpec backoff(
      Duration first, Duration shortest, Duration longest, int jitterPct) {
    return new ReconnectSpec(false, first, shortest, longest, jitterPct);
  }

  /** As {@code --reconnect} takes it: {@code never}, {@code first=0s,backoff=1s..30s,jitter=50}. */
  public String text() {
    return isNever
        ? NEVER_KEY
        : "first="
            + Durations.format(first)
            + ",backoff="
            + Durations.format(shortest)
            + ".."
            + Durations.format(longest)
            + ",jitter="
            + jitterPct;
  }
}
