package org.boardbench.plan;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.input.Entry;
import org.boardbench.input.Problems;
import org.boardbench.input.ValueReader;
import org.boardbench.input.YamlMap;
import org.boardbench.plan.model.ReconnectSpec;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Setting;

/**
 * Reads {@code reconnect}: a word, or a map of {@code first}, {@code backoff} and {@code jitter},
 * of which each may be missing; in an option and in {@code run.json} the map is {@code
 * key=value,...}.
 */
final class ReconnectReader {
  private static final List<PlanKey<?>> PARTS =
      List.of(ReconnectSpec.FIRST, ReconnectSpec.PAUSE, ReconnectSpec.JITTER);

  private final PlanValues values;
  private final Problems problems;

  ReconnectReader(PlanValues values) {
    this.values = values;
    this.problems = values.problems();
  }

  ReconnectSpec reconnect() {
    Optional<ReconnectSpec> inFile = values.file().flatMap(this::inFile);
    Optional<ReconnectSpec> option = values.option(ReconnectSpec.RECONNECT).flatMap(this::fromText);
    return option.or(() -> inFile).orElseGet(ReconnectSpec::usual);
  }

  private Optional<ReconnectSpec> inFile(YamlMap root) {
    String key = ReconnectSpec.RECONNECT.path();
    if (!root.hasMap(key)) {
      return root.scalar(key).flatMap(this::fromText);
    }
    return values
        .section(key)
        .flatMap(map -> {
          Map<String, Entry> parts = new HashMap<>();
          PARTS.forEach(
              part -> map.scalar(part.name()).ifPresent(entry -> parts.put(part.name(), entry)));
          return fromParts(parts);
        });
  }

  private Optional<ReconnectSpec> fromText(Entry entry) {
    Optional<ReconnectSpec> named = ReconnectSpec.ofWord(entry.text());
    if (named.isPresent()) {
      return named;
    }
    Map<String, Entry> parts = new HashMap<>();
    for (Entry word : entry.parts()) {
      String[] part = word.text().split("=", 2);
      boolean isPart =
          part.length == 2 && PARTS.stream().anyMatch(key -> key.name().equals(part[0]));
      if (!isPart || parts.put(part[0], new Entry(entry.key() + " " + part[0], part[1])) != null) {
        String was = entry.text().isBlank() ? "empty" : entry.text();
        problems.add(entry.key(), "must be " + ReconnectSpec.RECONNECT.bound() + ", was " + was);
        return Optional.empty();
      }
    }
    return fromParts(parts);
  }

  /** Empty when a part has a problem, which has been told then. */
  private Optional<ReconnectSpec> fromParts(Map<String, Entry> parts) {
    Optional<Duration> first = value(parts, ReconnectSpec.FIRST);
    Optional<Pauses> backoff = pauses(parts);
    Optional<Integer> jitter = value(parts, ReconnectSpec.JITTER);
    if (first.isEmpty() || backoff.isEmpty() || jitter.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ReconnectSpec.backoff(
            first.get(), backoff.get().shortest(), backoff.get().longest(), jitter.get()));
  }

  private <T> Optional<T> value(Map<String, Entry> parts, PlanKey<T> key) {
    Entry entry = parts.get(key.name());
    return entry == null ? key.usual() : values.read(Optional.of(entry), key).map(Setting::value);
  }

  private record Pauses(Duration shortest, Duration longest) {}

  private Optional<Pauses> pauses(Map<String, Entry> parts) {
    Entry entry = parts.get(ReconnectSpec.PAUSE.name());
    if (entry == null) {
      return Optional.of(
          new Pauses(ReconnectSpec.usual().shortest(), ReconnectSpec.usual().longest()));
    }
    String[] bounds = entry.text().split("\\.\\.", -1);
    if (bounds.length != 2) {
      problems.add(
          entry.key(),
          "must be the shortest and the longest pause, written like 1s..30s, was "
              + (entry.text().isBlank() ? "empty" : entry.text()));
      return Optional.empty();
    }
    return values
        .read(Optional.of(new Entry(entry.key(), bounds[0])), ReconnectSpec.PAUSE)
        .map(Setting::value)
        .flatMap(shortest ->
            ValueReader.duration(shortest, ReconnectSpec.LONGEST_PAUSE)
                .read(new Entry(entry.key(), bounds[1]), problems)
                .map(longest -> new Pauses(shortest, longest)));
  }
}
