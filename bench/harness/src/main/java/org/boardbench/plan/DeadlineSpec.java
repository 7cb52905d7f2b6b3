package org.boardbench.plan;

import java.time.Duration;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.ValueReader;

/** The bounds of every wait, so that nothing hangs; the keys say of which. */
public record DeadlineSpec(Duration ready, Duration join, Duration drain, Duration stop) {
  static final Section<DeadlineSpec> KEYS = new Section<>();

  private static final ValueReader<Duration> WAIT =
      ValueReader.duration(Duration.ofMillis(1), Duration.ofHours(1));

  private static final PlanKey<Duration> READY =
      KEYS.add(
          DeadlineSpec::ready,
          PlanKey.of(
                  "deadlines.ready",
                  WAIT,
                  "From the start of a target until its health check answers.")
              .usually(Duration.ofSeconds(60)));

  private static final PlanKey<Duration> JOIN =
      KEYS.add(
          DeadlineSpec::join,
          PlanKey.of(
                  "deadlines.join",
                  WAIT,
                  "From a user's first connection attempt until it counts as joined.")
              .usually(Duration.ofSeconds(10)));

  private static final PlanKey<Duration> DRAIN =
      KEYS.add(
          DeadlineSpec::drain,
          PlanKey.of(
                  "deadlines.drain",
                  WAIT,
                  "From a stage's last send until what has not arrived counts as lost.")
              .usually(Duration.ofSeconds(10))
              .option("TIME", "--drain"));

  private static final PlanKey<Duration> STOP =
      KEYS.add(
          DeadlineSpec::stop,
          PlanKey.of("deadlines.stop", WAIT, "From SIGTERM to a target until SIGKILL.")
              .usually(Duration.ofSeconds(5)));

  static DeadlineSpec read(PlanValues values) {
    return new DeadlineSpec(
        values.value(READY), values.value(JOIN), values.value(DRAIN), values.value(STOP));
  }
}
