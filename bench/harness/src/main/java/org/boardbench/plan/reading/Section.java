package org.boardbench.plan.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The keys of one map of a plan in their order, with where the values are in {@code S}. */
public final class Section<S> {
  private final List<PlanKey<?>> keys = new ArrayList<>();
  private final List<Function<S, Optional<Object>>> values = new ArrayList<>();

  public <T> PlanKey<T> add(Function<S, T> value, PlanKey<T> key) {
    return addOptional(value.andThen(Optional::of), key);
  }

  /**
   * Adds a key that may be absent.
   *
   * @param value empty where the plan has none, and {@code run.json} then neither
   */
  public <T> PlanKey<T> addOptional(Function<S, Optional<T>> value, PlanKey<T> key) {
    keys.add(key);
    values.add(spec -> value.apply(spec).map(key.stored()));
    return key;
  }

  /** A key that {@link #tree} leaves out. */
  public <T> PlanKey<T> addUnstored(PlanKey<T> key) {
    return addOptional(spec -> Optional.empty(), key);
  }

  public List<PlanKey<?>> keys() {
    return List.copyOf(keys);
  }

  /** Name → value, in the shape of a file. */
  public Map<String, Object> tree(S spec) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      String name = keys.get(i).name();
      values.get(i).apply(spec).ifPresent(value -> tree.put(name, value));
    }
    return tree;
  }
}
