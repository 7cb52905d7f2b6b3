package org.boardbench.plan.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.boardbench.input.Entry;
import org.boardbench.input.YamlMap;

/** The keys of one map of a plan in their order, with where the values are in {@code S}. */
public final class Section<S> {
  private final Function<S, SectionValues> plain;
  private final List<PlanKey<?>> plainKeys = new ArrayList<>();
  private final List<PlanKey<?>> keys = new ArrayList<>();
  private final List<Function<S, Optional<Object>>> values = new ArrayList<>();

  /** Each of its keys is read in a way of its own. */
  public Section() {
    this(nowhere -> SectionValues.NONE);
  }

  /**
   * @param plain where the values of its plain keys are
   */
  public Section(Function<S, SectionValues> plain) {
    this.plain = plain;
  }

  /**
   * Adds a plain key: one that {@code read} reads, and that may be absent if its usual value is.
   */
  public <T> PlanKey<T> add(PlanKey<T> key) {
    plainKeys.add(key);
    return addOptional(plain.andThen(section -> section.given(key)), key);
  }

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

  /** What holds for the plain keys where a plan says nothing. */
  public SectionValues usual() {
    SectionValues usual = SectionValues.NONE;
    for (PlanKey<?> key : plainKeys) {
      usual = with(key, key.usual(), usual);
    }
    return usual;
  }

  /** What a plan says of the plain keys, or what is usual. */
  public SectionValues read(PlanValues plan) {
    SectionValues read = usual();
    for (PlanKey<?> key : plainKeys) {
      read = with(key, plan.given(key), read);
    }
    return read;
  }

  /** The same from a map anywhere in a plan; a key must be there that nothing stands in for. */
  public SectionValues read(PlanValues plan, YamlMap map) {
    SectionValues read = usual();
    for (PlanKey<?> key : plainKeys) {
      Optional<Entry> entry =
          key.usualText().isEmpty() ? map.required(key.name()) : map.scalar(key.name());
      read = with(key, plan.read(entry, key).map(Setting::value), read);
    }
    return read;
  }

  /** What options say of the plain keys. */
  public SectionValues options(PlanValues plan) {
    SectionValues options = SectionValues.NONE;
    for (PlanKey<?> key : plainKeys) {
      options = with(key, plan.read(plan.option(key), key).map(Setting::value), options);
    }
    return options;
  }

  private static SectionValues with(PlanKey<?> key, Optional<?> value, SectionValues values) {
    return value.map(some -> values.with(key.path(), some)).orElse(values);
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
