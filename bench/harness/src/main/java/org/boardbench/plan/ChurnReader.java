package org.boardbench.plan;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.input.Durations;
import org.boardbench.input.Entry;
import org.boardbench.input.Problems;
import org.boardbench.input.YamlMap;
import org.boardbench.plan.model.ChurnSpec;
import org.boardbench.plan.model.ChurnSpec.Distribution;
import org.boardbench.plan.model.DeadlineSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Setting;

/**
 * Reads {@code churn} of a stage: {@code none}, or a map of {@code stay}, {@code away} and {@code
 * distribution}, of which the first must be there; in an option the map is {@code key=value,...}.
 */
final class ChurnReader {
  private final PlanValues values;
  private final Problems problems;

  ChurnReader(PlanValues values) {
    this.values = values;
    this.problems = values.problems();
  }

  /**
   * What was said, which may be that nobody comes and goes.
   *
   * @param stayKey names the mean stay in problems
   */
  record Choice(Optional<ChurnSpec> churn, String stayKey) {}

  /** Empty where the stage says nothing, or nothing that can be read. */
  Optional<Choice> of(YamlMap stage) {
    String key = StageSpec.CHURN.name();
    if (!stage.hasMap(key)) {
      return stage.scalar(key).flatMap(this::fromText);
    }
    return stage
        .map(key)
        .flatMap(map -> {
          values.checked(map, StageSpec.CHURN.path());
          Map<String, Entry> parts = new HashMap<>();
          for (PlanKey<?> part : ChurnSpec.KEYS.keys()) {
            map.scalar(part.name()).ifPresent(entry -> parts.put(part.name(), entry));
          }
          return fromParts(parts, map.pathOf(ChurnSpec.STAY.name()));
        });
  }

  /** Empty without the option. */
  Optional<Choice> ofOption() {
    return values.option(StageSpec.CHURN).flatMap(this::fromText);
  }

  private Optional<Choice> fromText(Entry entry) {
    if (entry.text().equals(ChurnSpec.NONE)) {
      return Optional.of(new Choice(Optional.empty(), entry.key()));
    }
    List<PlanKey<?>> known = ChurnSpec.KEYS.keys();
    Map<String, Entry> parts = new HashMap<>();
    for (Entry word : entry.parts()) {
      String[] part = word.text().split("=", 2);
      boolean isPart =
          part.length == 2 && known.stream().anyMatch(key -> key.name().equals(part[0]));
      if (!isPart || parts.put(part[0], new Entry(entry.key() + " " + part[0], part[1])) != null) {
        String was = entry.text().isBlank() ? "empty" : entry.text();
        problems.add(entry.key(), "must be " + StageSpec.CHURN.bound() + ", was " + was);
        return Optional.empty();
      }
    }
    return fromParts(parts, entry.key() + " " + ChurnSpec.STAY.name());
  }

  /** Empty when a part has a problem, which has been told then. */
  private Optional<Choice> fromParts(Map<String, Entry> parts, String stayKey) {
    if (!parts.containsKey(ChurnSpec.STAY.name())) {
      problems.add(stayKey, "is missing: churn needs the mean time that a user stays");
    }
    Optional<Duration> stay = value(parts, ChurnSpec.STAY);
    Optional<Duration> away = value(parts, ChurnSpec.AWAY);
    Optional<Distribution> distribution = value(parts, ChurnSpec.DISTRIBUTION);
    if (stay.isEmpty() || away.isEmpty() || distribution.isEmpty()) {
      return Optional.empty();
    }
    ChurnSpec spec = new ChurnSpec(stay.get(), away.get(), distribution.get());
    return Optional.of(new Choice(Optional.of(spec), stayKey));
  }

  private <T> Optional<T> value(Map<String, Entry> parts, PlanKey<T> key) {
    Entry entry = parts.get(key.name());
    return entry == null ? key.usual() : values.read(Optional.of(entry), key).map(Setting::value);
  }

  /** Most stays would end in the middle of joining, and be none. */
  void requireTimeToJoin(List<Choice> choices, DeadlineSpec deadlines) {
    for (Choice choice : choices) {
      choice
          .churn()
          .filter(churn -> churn.stay().compareTo(deadlines.join()) < 0)
          .ifPresent(churn ->
              problems.add(
                  choice.stayKey(),
                  "must be at least %s (%s), was %s"
                      .formatted(
                          Durations.format(deadlines.join()),
                          DeadlineSpec.JOIN.path(),
                          Durations.format(churn.stay()))));
    }
  }
}
