package org.boardbench.plan.model;

import java.time.Duration;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.SectionValues;

/** The bounds of every wait, so that nothing hangs; the keys say of which. */
public record DeadlineSpec(SectionValues values) {
  public static final Section<DeadlineSpec> KEYS = new Section<>(DeadlineSpec::values);

  private static final ValueReader<Duration> WAIT =
      ValueReader.duration(Duration.ofMillis(1), Duration.ofHours(1));

  public static final PlanKey<Duration> READY =
      KEYS.add(
          PlanKey.of(
                  "deadlines.ready",
                  WAIT,
                  "From the start of a target until its health check answers.")
              .usually(Duration.ofSeconds(60)));

  public static final PlanKey<Duration> JOIN =
      KEYS.add(
          PlanKey.of(
                  "deadlines.join",
                  WAIT,
                  "From a user's first connection attempt until it counts as joined.")
              .usually(Duration.ofSeconds(10)));

  public static final PlanKey<Duration> DRAIN =
      KEYS.add(
          PlanKey.of(
                  "deadlines.drain",
                  WAIT,
                  "From a stage's last send until what has not arrived counts as lost.")
              .usually(Duration.ofSeconds(10))
              .option("TIME", "--drain"));

  public static final PlanKey<Duration> STOP =
      KEYS.add(
          PlanKey.of("deadlines.stop", WAIT, "From SIGTERM to a target until SIGKILL.")
              .usually(Duration.ofSeconds(5)));

  /** What holds where an experiment says nothing. */
  public static DeadlineSpec usual() {
    return new DeadlineSpec(KEYS.usual());
  }

  public static DeadlineSpec read(PlanValues values) {
    return new DeadlineSpec(KEYS.read(values));
  }

  /** The same with another wait. */
  public DeadlineSpec with(PlanKey<Duration> key, Duration wait) {
    return new DeadlineSpec(values.with(key, wait));
  }

  public Duration ready() {
    return values.of(READY);
  }

  public Duration join() {
    return values.of(JOIN);
  }

  public Duration drain() {
    return values.of(DRAIN);
  }

  public Duration stop() {
    return values.of(STOP);
  }
}
