package org.boardbench.plan.model;

import java.time.Duration;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;

/**
 * What a variant has to keep under a load: as much as all of its bounds allow is kept, more is
 * violated.
 *
 * @param rttP99 most that the RTT's p99 may be
 * @param owedLossPct most of the owed deliveries that may not arrive, in percent
 * @param disconnects most joined users that may drop
 */
public record ObjectiveSpec(Duration rttP99, double owedLossPct, int disconnects) {
  public static final Section<ObjectiveSpec> KEYS = new Section<>();

  public static final PlanKey<Duration> RTT_P99 =
      KEYS.add(
          ObjectiveSpec::rttP99,
          PlanKey.of(
              "capacity.objectives[].rtt-p99",
              ValueReader.duration(Duration.ofMillis(1), Duration.ofMinutes(1)),
              "Most that the RTT's p99 may be."));

  public static final PlanKey<Double> OWED_LOSS =
      KEYS.add(
          ObjectiveSpec::owedLossPct,
          PlanKey.of(
                  "capacity.objectives[].owed-loss",
                  ValueReader.number(0, 100),
                  "Most of the owed deliveries that may not arrive, in percent.")
              .usually(0.1));

  public static final PlanKey<Integer> DISCONNECTS =
      KEYS.add(
          ObjectiveSpec::disconnects,
          PlanKey.of(
                  "capacity.objectives[].disconnects",
                  ValueReader.wholeNumber(0, 20_000),
                  "Most joined users that may drop in a stage.")
              .usually(0));
}
