package org.boardbench.scenario.behaviour;

import java.util.List;
import java.util.function.Function;

/**
 * A behaviour as a plan may ask for it.
 *
 * @param name in plans
 * @param keys what may be said of it
 * @param maker gets a value for each of the keys
 * @param rules that these values keep
 */
public record BehaviourKind(
    String name,
    List<BehaviourKey<?>> keys,
    Function<BehaviourValues, Behaviour> maker,
    List<BehaviourRule> rules) {
  public BehaviourKind {
    keys = List.copyOf(keys);
    rules = List.copyOf(rules);
  }

  /** Whatever its keys allow is allowed. */
  public BehaviourKind(
      String name, List<BehaviourKey<?>> keys, Function<BehaviourValues, Behaviour> maker) {
    this(name, keys, maker, List.of());
  }

  /**
   * Of which a plan says no more than its name.
   *
   * @throws IllegalArgumentException when one of its keys has no fallback
   */
  public Behaviour usual() {
    BehaviourValues values = BehaviourValues.none();
    for (BehaviourKey<?> key : keys) {
      values = withFallback(values, key);
    }
    return maker.apply(values);
  }

  private static <T> BehaviourValues withFallback(BehaviourValues values, BehaviourKey<T> key) {
    return key.fallback()
        .map(fallback -> values.with(key, fallback))
        .orElseThrow(() -> new IllegalArgumentException("no " + key.name()));
  }
}
