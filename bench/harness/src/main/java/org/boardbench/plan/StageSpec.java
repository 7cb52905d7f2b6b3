package org.boardbench.plan;

import java.time.Duration;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.ValueReader;

/**
 * One number of users, asked for: new users join during {@code ramp} at an even rate, then all of
 * them publish for {@code hold}, whose figures are the stage's row.
 */
public record StageSpec(int users, Duration ramp, Duration hold) {
  static final Section<StageSpec> KEYS = new Section<>();

  /** An ephemeral port and a socket buffer for each: far above what two cores can drive. */
  static final PlanKey<Integer> USERS =
      KEYS.add(
          StageSpec::users,
          PlanKey.of(
                  "stages[].users",
                  ValueReader.wholeNumber(1, 20_000),
                  "Users of the stage, never fewer than of the one before; as an option a list, of"
                      + " which each takes ramp and hold from the file's stage at its place.")
              .option("N[,N...]", "--users"));

  static final PlanKey<Duration> RAMP =
      KEYS.add(
          StageSpec::ramp,
          PlanKey.of(
                  "stages[].ramp",
                  ValueReader.duration(Duration.ZERO, Duration.ofHours(1)),
                  "Time in which the new users join, counted apart; as an option of every stage.")
              .usually(Duration.ofSeconds(5))
              .option("TIME", "--ramp"));

  static final PlanKey<Duration> HOLD =
      KEYS.add(
          StageSpec::hold,
          PlanKey.of(
                  "stages[].hold",
                  ValueReader.duration(Duration.ofMillis(100), Duration.ofHours(24)),
                  "Time whose figures are the stage's row; as an option of every stage.")
              .option("TIME", "--hold"));
}
