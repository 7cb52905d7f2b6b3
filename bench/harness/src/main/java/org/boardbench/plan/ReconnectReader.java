package org.boardbench.plan;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code reconnect}: a word, or a map of {@code first}, {@code backoff} and {@code jitter},
 * of which each may be missing; in an option and in {@code run.json} the map is {@code
 * key=value,...}.
 */
final class ReconnectReader {
  private static final String KEY = "reconnect";
  private static final String BACKOFF_KEY = "backoff";
  private static final Set<String> PARTS = Set.of("first", BACKOFF_KEY, "jitter");
  private static final String SHAPE =
      "must be never, backoff, or parts like first=0ms,backoff=1s..30s,jitter=50";

  private final Layers layers;
  private final Problems problems;

  ReconnectReader(Layers layers) {
    this.layers = layers;
    this.problems = layers.problems();
  }

  ReconnectSpec reconnect() {
    Optional<ReconnectSpec> inFile = layers.file().flatMap(this::inFile);
    Optional<ReconnectSpec> option =
        layers.overrides().entry(PlanOption.RECONNECT).flatMap(this::fromText);
    return option.or(() -> inFile).orElse(Defaults.RECONNECT);
  }

  private Optional<ReconnectSpec> inFile(YamlMap root) {
    if (!root.hasMap(KEY)) {
      return root.scalar(KEY).flatMap(this::fromText);
    }
    return root.map(KEY)
        .map(map -> map.allowing(PARTS))
        .flatMap(map -> {
          Map<String, Entry> parts = new HashMap<>();
          PARTS.forEach(part -> map.scalar(part).ifPresent(entry -> parts.put(part, entry)));
          return fromParts(parts);
        });
  }

  private Optional<ReconnectSpec> fromText(Entry entry) {
    if (entry.text().equals(ReconnectSpec.NEVER_KEY)) {
      return Optional.of(ReconnectSpec.NEVER);
    }
    if (entry.text().equals(BACKOFF_KEY)) {
      return Optional.of(Defaults.RECONNECT);
    }
    Map<String, Entry> parts = new HashMap<>();
    for (String word : entry.text().split(",", -1)) {
      String[] part = word.strip().split("=", 2);
      boolean isPart = part.length == 2 && PARTS.contains(part[0]);
      if (!isPart || parts.put(part[0], new Entry(entry.key() + " " + part[0], part[1])) != null) {
        String was = entry.text().isBlank() ? "empty" : entry.text();
        problems.add(entry.key(), SHAPE + ", was " + was);
        return Optional.empty();
      }
    }
    return fromParts(parts);
  }

  /** Empty when a part has a problem, which has been told then. */
  private Optional<ReconnectSpec> fromParts(Map<String, Entry> parts) {
    ReconnectSpec fallback = Defaults.RECONNECT;
    Optional<Duration> first = value(parts, "first", Bounds.FIRST_PAUSE, fallback.first());
    Optional<Pauses> backoff =
        value(
            parts, BACKOFF_KEY, this::pauses, new Pauses(fallback.shortest(), fallback.longest()));
    Optional<Integer> jitter = value(parts, "jitter", Bounds.JITTER, fallback.jitterPct());
    if (first.isEmpty() || backoff.isEmpty() || jitter.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ReconnectSpec.backoff(
            first.get(), backoff.get().shortest(), backoff.get().longest(), jitter.get()));
  }

  private <T> Optional<T> value(
      Map<String, Entry> parts, String key, ValueReader<T> reader, T fallback) {
    Entry entry = parts.get(key);
    return entry == null ? Optional.of(fallback) : reader.read(entry, problems);
  }

  private record Pauses(Duration shortest, Duration longest) {}

  private Optional<Pauses> pauses(Entry entry, Problems told) {
    String[] bounds = entry.text().split("\\.\\.", -1);
    if (bounds.length != 2) {
      told.add(
          entry.key(),
          "must be the shortest and the longest pause, written like 1s..30s, was "
              + (entry.text().isBlank() ? "empty" : entry.text()));
      return Optional.empty();
    }
    Optional<Duration> shortest = Bounds.PAUSE.read(new Entry(entry.key(), bounds[0]), told);
    if (shortest.isEmpty()) {
      return Optional.empty();
    }
    return ValueReader.duration(shortest.get(), Bounds.LONGEST_PAUSE)
        .read(new Entry(entry.key(), bounds[1]), told)
        .map(longest -> new Pauses(shortest.get(), longest));
  }
}
