package org.boardbench.clients;

import java.time.Duration;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.Variant;

/**
 * A hold to be driven.
 *
 * @param client its name
 * @param repetition counts from 1; {@code order} likewise, over all holds of a run
 */
public record PlannedHold(
    Variant target, StageSpec stage, String client, int repetition, int order) {
  /** The name of its folder. */
  String id() {
    return "%s-u%d-%s-r%d".formatted(target.name(), stage.users(), client, repetition);
  }

  /** What the plan asks of it; a launch, a client's start and a drain come to that. */
  public Duration planned() {
    return stage.ramp().plus(stage.hold());
  }
}
