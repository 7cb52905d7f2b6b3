package org.boardbench.plan.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.input.Entry;
import org.boardbench.input.Problems;
import org.boardbench.input.YamlMap;

/** Options laid over a file: both are checked, then the option wins. */
public final class PlanValues {
  private final Optional<YamlMap> file;
  private final Map<String, String> options;
  private final Collection<PlanKey<?>> known;
  private final Machine machine;
  private final Problems problems;
  private final Map<String, Optional<YamlMap>> sections = new HashMap<>();
  private final Map<String, Optional<Setting<?>>> read = new HashMap<>();

  /**
   * @param file empty when there is no file, or none that could be read
   * @param options as typed, by their flags
   * @param known every key that there is; others in {@code file} are problems
   */
  public PlanValues(
      Optional<YamlMap> file,
      Map<String, String> options,
      Collection<PlanKey<?>> known,
      Machine machine,
      Problems problems) {
    this.options = Map.copyOf(options);
    this.known = List.copyOf(known);
    this.machine = machine;
    this.problems = problems;
    this.file = file.map(root -> root.allowing(names("")));
  }

  public Optional<YamlMap> file() {
    return file;
  }

  public Machine machine() {
    return machine;
  }

  public Problems problems() {
    return problems;
  }

  /** A map below the file's root; its keys are checked against those that there are. */
  public Optional<YamlMap> section(String name) {
    return section(name, name);
  }

  /**
   * A map below the file's root that is like another one.
   *
   * @param like the section whose keys it may have
   */
  public Optional<YamlMap> section(String name, String like) {
    return sections.computeIfAbsent(
        name, first -> file.flatMap(root -> root.map(name)).map(map -> checked(map, like)));
  }

  /** Reports what is none of the section's keys. */
  public YamlMap checked(YamlMap map, String section) {
    Set<String> names = names(section + ".");
    return names.isEmpty() ? map : map.allowing(names);
  }

  public Optional<Entry> option(PlanKey<?> key) {
    return key.option()
        .map(PlanOption::flag)
        .flatMap(flag -> Optional.ofNullable(options.get(flag)).map(text -> new Entry(flag, text)));
  }

  /** The parts of a comma-separated list, empty parts included, so that they are noticed. */
  public Optional<List<Entry>> optionList(PlanKey<?> key) {
    return option(key).map(Entry::parts);
  }

  public <T> Optional<Setting<T>> read(Optional<Entry> entry, PlanKey<T> key) {
    return entry.flatMap(found ->
        key.readers()
            .apply(machine)
            .read(found, problems)
            .map(value -> new Setting<>(found.key(), value)));
  }

  /** What file or option give. Its problems are told once, however often it is asked for. */
  @SuppressWarnings("unchecked") // Under a key's path is a setting of the key's type.
  public <T> Optional<Setting<T>> read(PlanKey<T> key) {
    if (!read.containsKey(key.path())) {
      Optional<Setting<T>> fromFile = read(inFile(key), key);
      read.put(key.path(), read(option(key), key).or(() -> fromFile).map(found -> found));
    }
    return read.get(key.path()).map(found -> (Setting<T>) found);
  }

  /** The value that file or option give. */
  public <T> Optional<T> given(PlanKey<T> key) {
    return read(key).map(Setting::value);
  }

  private Optional<Entry> inFile(PlanKey<?> key) {
    Optional<YamlMap> map = key.section().isEmpty() ? file : section(key.section());
    return map.flatMap(found -> found.scalar(key.name()));
  }

  /** What may come next after {@code prefix}. */
  private Set<String> names(String prefix) {
    Set<String> names = new LinkedHashSet<>();
    for (PlanKey<?> key : known) {
      if (key.path().startsWith(prefix)) {
        names.add(key.path().substring(prefix.length()).split("[.\\[]", 2)[0]);
      }
    }
    return names;
  }
}
