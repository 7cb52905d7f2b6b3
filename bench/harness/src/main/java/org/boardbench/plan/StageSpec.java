package org.boardbench.plan;

import java.time.Duration;
import java.util.Optional;
import org.boardbench.scenario.Scenario;

/**
 * One number of users, asked for: new users join during {@code ramp} at an even rate, or those that
 * are too many leave before it; then all of them publish for {@code hold}, whose figures are the
 * stage's row.
 *
 * @param ownScenario empty: as the plan's workload says
 */
public record StageSpec(int users, Duration ramp, Duration hold, Optional<Scenario> ownScenario) {
  public StageSpec(int users, Duration ramp, Duration hold) {
    this(users, ramp, hold, Optional.empty());
  }

  /** What the stage's users do. */
  public Scenario scenario(WorkloadSpec workload) {
    return ownScenario.orElse(workload.scenario());
  }
}
