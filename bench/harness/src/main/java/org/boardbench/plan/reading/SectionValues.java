package org.boardbench.plan.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan has for the keys of a section. A new key needs no component, and nobody who makes
 * such values has to know of it.
 *
 * @param byPath a value by its key's path; none for a key that the plan leaves open
 */
public record SectionValues(Map<String, Object> byPath) {
  /** Every key is left open. */
  public static final SectionValues NONE = new SectionValues(Map.of());

  public SectionValues {
    byPath = Map.copyOf(byPath);
  }

  /** The value of a key that has one. */
  public <T> T of(PlanKey<T> key) {
    return given(key).orElseThrow();
  }

  @SuppressWarnings("unchecked") // Under a key's path is a value of the key's type.
  public <T> Optional<T> given(PlanKey<T> key) {
    return Optional.ofNullable((T) byPath.get(key.path()));
  }

  /** The same with another value for {@code key}. */
  public <T> SectionValues with(PlanKey<T> key, T value) {
    return with(key.path(), value);
  }

  SectionValues with(String path, Object value) {
    return with(new SectionValues(Map.of(path, value)));
  }

  /** The same, with {@code key} left open. */
  public SectionValues without(PlanKey<?> key) {
    Map<String, Object> all = new HashMap<>(byPath);
    all.remove(key.path());
    return new SectionValues(all);
  }

  /** The same with all that {@code others} has in its place. */
  public SectionValues with(SectionValues others) {
    Map<String, Object> all = new HashMap<>(byPath);
    all.putAll(others.byPath);
    return new SectionValues(all);
  }
}
