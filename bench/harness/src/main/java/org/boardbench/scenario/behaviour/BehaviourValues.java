package org.boardbench.scenario.behaviour;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Values of a behaviour by their keys. Immutable. */
public final class BehaviourValues {
  private final Map<BehaviourKey<?>, Object> values;

  private BehaviourValues(Map<BehaviourKey<?>, Object> values) {
    this.values = values;
  }

  public static BehaviourValues none() {
    return new BehaviourValues(Map.of());
  }

  /** These and one more. */
  public <T> BehaviourValues with(BehaviourKey<T> key, T value) {
    Map<BehaviourKey<?>, Object> more = new LinkedHashMap<>(values);
    more.put(key, value);
    return new BehaviourValues(more);
  }

  /** These and those. */
  public BehaviourValues and(BehaviourValues those) {
    Map<BehaviourKey<?>, Object> more = new LinkedHashMap<>(values);
    more.putAll(those.values);
    return new BehaviourValues(more);
  }

  /**
   * The value of {@code key}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public <T> T of(BehaviourKey<T> key) {
    Object value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no " + key.name());
    }
    return key.type().cast(value);
  }

  /** Shows each of them, in the order in which they were added. */
  public void forEach(BiConsumer<BehaviourKey<?>, Object> reader) {
    values.forEach(reader);
  }
}
