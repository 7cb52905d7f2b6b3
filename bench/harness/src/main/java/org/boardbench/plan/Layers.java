package org.boardbench.plan;

import java.util.Optional;

/**
 * Options laid over a file: both are checked, then the option wins.
 *
 * @param file empty when there is no file, or none that could be read
 */
record Layers(Optional<YamlMap> file, PlanOverrides overrides, Problems problems) {
  /** A map below the file's root. */
  Optional<YamlMap> section(String name) {
    return file.flatMap(root -> root.map(name));
  }

  <T> Optional<Setting<T>> read(Optional<Entry> entry, ValueReader<T> reader) {
    return entry.flatMap(
        found -> reader.read(found, problems).map(value -> new Setting<>(found.key(), value)));
  }

  <T> Optional<Setting<T>> read(Optional<Entry> inFile, PlanOption option, ValueReader<T> reader) {
    Optional<Setting<T>> fromFile = read(inFile, reader);
    return read(overrides.entry(option), reader).or(() -> fromFile);
  }

  <T> T value(Optional<Entry> inFile, PlanOption option, ValueReader<T> reader, T fallback) {
    return read(inFile, option, reader).map(Setting::value).orElse(fallback);
  }

  <T> T value(Optional<Entry> inFile, ValueReader<T> reader, T fallback) {
    return read(inFile, reader).map(Setting::value).orElse(fallback);
  }
}
