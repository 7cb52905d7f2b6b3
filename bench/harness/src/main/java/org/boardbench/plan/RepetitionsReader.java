package org.boardbench.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.input.Entry;
import org.boardbench.input.YamlMap;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.RepetitionsSpec;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Setting;
import org.boardbench.statistics.StoppingRule;

/**
 * Reads {@code repetitions}: a number, or in a file a map of {@code least}, {@code most} and {@code
 * until}, which as an option is {@code 3..10@10%}.
 */
final class RepetitionsReader {
  private static final Pattern RULE = Pattern.compile("([^.@]*)\\.\\.([^.@]*)@(.*)");
  private static final List<PlanKey<?>> PARTS =
      List.of(RepetitionsSpec.LEAST, RepetitionsSpec.MOST, RepetitionsSpec.UNTIL);

  private final PlanValues values;

  RepetitionsReader(PlanValues values) {
    this.values = values;
  }

  /** Empty where neither file nor option says anything that can be read. */
  Optional<Setting<RepetitionsSpec>> repetitions() {
    PlanKey<RepetitionsSpec> key = ExperimentPlan.REPETITIONS;
    Optional<Setting<RepetitionsSpec>> inFile = values.file().flatMap(root -> inFile(root, key));
    return values.option(key).flatMap(this::fromText).or(() -> inFile);
  }

  private Optional<Setting<RepetitionsSpec>> inFile(YamlMap root, PlanKey<?> key) {
    if (!root.hasMap(key.path())) {
      return root.scalar(key.path()).flatMap(this::fromText);
    }
    return values
        .section(key.path())
        .flatMap(map ->
            rule(
                key.path(),
                map.scalar(RepetitionsSpec.LEAST.name()),
                map.scalar(RepetitionsSpec.MOST.name()),
                map.required(RepetitionsSpec.UNTIL.name())));
  }

  private Optional<Setting<RepetitionsSpec>> fromText(Entry entry) {
    Matcher rule = RULE.matcher(entry.text());
    if (!rule.matches()) {
      return values.read(Optional.of(entry), ExperimentPlan.REPETITIONS);
    }
    List<Entry> parts = new ArrayList<>();
    for (PlanKey<?> part : PARTS) {
      parts.add(new Entry(entry.key() + " " + part.name(), rule.group(parts.size() + 1)));
    }
    return rule(
        entry.key(),
        Optional.of(parts.get(0)),
        Optional.of(parts.get(1)),
        Optional.of(parts.get(2)));
  }

  /** Empty when a part has a problem, which has been told then. */
  private Optional<Setting<RepetitionsSpec>> rule(
      String key, Optional<Entry> least, Optional<Entry> most, Optional<Entry> until) {
    Optional<Setting<Integer>> from = value(least, RepetitionsSpec.LEAST);
    Optional<Setting<Integer>> to = value(most, RepetitionsSpec.MOST);
    Optional<Double> share = values.read(until, RepetitionsSpec.UNTIL).map(Setting::value);
    if (from.isEmpty() || to.isEmpty() || share.isEmpty()) {
      return Optional.empty();
    }
    if (to.get().value() < from.get().value()) {
      values
          .problems()
          .add(
              to.get().key(),
              "must be at least %d (%s), was %d"
                  .formatted(from.get().value(), from.get().key(), to.get().value()));
      return Optional.empty();
    }
    StoppingRule rule = new StoppingRule(from.get().value(), to.get().value(), share.get());
    return Optional.of(new Setting<>(key, RepetitionsSpec.until(rule)));
  }

  private Optional<Setting<Integer>> value(Optional<Entry> entry, PlanKey<Integer> key) {
    return entry.isPresent()
        ? values.read(entry, key)
        : key.usual().map(usual -> new Setting<>(key.path(), usual));
  }
}
