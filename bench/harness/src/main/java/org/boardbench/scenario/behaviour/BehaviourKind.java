package org.boardbench.scenario.behaviour;

import java.util.List;
import java.util.function.Function;

/**
 * A behaviour as a plan may ask for it.
 *
 * @param name in plans
 * @param keys what may be said of it
 * @param maker gets a value for each of the keys
 */
public record BehaviourKind(
    String name, List<BehaviourKey<?>> keys, Function<BehaviourValues, Behaviour> maker) {
  public BehaviourKind {
    keys = List.copyOf(keys);
  }
}
