package org.boardbench.plan;

import java.time.Duration;

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

  static final String NEVER_KEY = "never";

  /** What holds where an experiment says nothing. */
  public static ReconnectSpec usual() {
    return Defaults.RECONNECT;
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
