package org.boardbench.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.boardbench.findings.starts.ClassRows;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.threshold.Limit;
import org.boardbench.findings.threshold.Threshold;
import org.boardbench.findings.threshold.Thresholds;
import org.boardbench.input.Entry;
import org.boardbench.input.Nearest;
import org.boardbench.input.Problems;
import org.boardbench.input.YamlMap;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.scenario.message.MessageClass;

/**
 * Reads {@code thresholds}: figures with their limits, and names of variants or of message classes
 * with figures of their own. What is a map is a variant, or a class if no variant is called so.
 */
final class ThresholdsReader {
  private static final String KEY = ExperimentPlan.THRESHOLDS.path();

  private final PlanValues values;
  private final Set<String> folders;
  private final Problems problems;
  private final List<Threshold> read = new ArrayList<>();

  ThresholdsReader(PlanValues values, Set<String> folders) {
    this.values = values;
    this.folders = folders;
    this.problems = values.problems();
  }

  /**
   * Those of variants that an option left out are left out, too.
   *
   * @param variants of the plan
   */
  Thresholds thresholds(List<Variant> variants) {
    Set<String> chosen = new TreeSet<>(variants.stream().map(Variant::name).toList());
    Optional<YamlMap> map =
        values.file().filter(root -> root.has(KEY)).flatMap(root -> root.map(KEY));
    map.ifPresent(found -> found.keys().forEach(key -> read(found, key, chosen)));
    return new Thresholds(
        read.stream()
            .filter(one -> one.variant().isEmpty() || chosen.contains(one.variant().get()))
            .toList());
  }

  private void read(YamlMap map, String key, Set<String> chosen) {
    if (!map.hasMap(key)) {
      readLimit(map, key, Optional.empty(), Optional.empty());
    } else if (chosen.contains(key) || inFile().contains(key)) {
      readAll(map, key, Optional.of(key), Optional.empty());
    } else if (MessageClass.ofKey(key).isPresent()) {
      readAll(map, key, Optional.empty(), Optional.of(key));
    } else {
      Set<String> known = new TreeSet<>(chosen);
      known.addAll(inFile());
      known.addAll(MessageClass.keys());
      problems.add(map.pathOf(key), "unknown variant or message class" + Nearest.hint(key, known));
    }
  }

  private void readAll(
      YamlMap map, String key, Optional<String> variant, Optional<String> messageClass) {
    map.map(key)
        .ifPresent(
            own -> own.keys().forEach(figure -> readLimit(own, figure, variant, messageClass)));
  }

  private void readLimit(
      YamlMap map, String key, Optional<String> variant, Optional<String> messageClass) {
    boolean isOfClass = messageClass.isPresent();
    Optional<StageFigure> figure = isOfClass ? ClassRows.figure(key) : StageFigure.of(key);
    if (figure.isEmpty()) {
      List<String> known = isOfClass ? ClassRows.names() : StageFigure.names();
      problems.add(
          map.pathOf(key),
          "unknown figure" + (isOfClass ? " of a message class" : "") + Nearest.hint(key, known));
      return;
    }
    Optional<Entry> entry = map.scalar(key);
    Optional<Limit> limit = entry.flatMap(found -> Limit.parse(found.text()));
    if (entry.isPresent() && limit.isEmpty()) {
      String was = entry.get().text();
      problems.add(
          map.pathOf(key), "must be " + Limit.SHAPE + ", was " + (was.isBlank() ? "empty" : was));
    }
    limit.ifPresent(found -> read.add(new Threshold(variant, messageClass, figure.get(), found)));
  }

  /** Names that are right though an option may have left them out. */
  private Set<String> inFile() {
    Set<String> names = new TreeSet<>(folders);
    values
        .file()
        .flatMap(root ->
            root.list(
                PlanKeys.TARGETS.path(),
                line -> Optional.of(line.text()),
                one ->
                    one.scalar(Variant.NAME.name())
                        .or(() -> one.scalar(Variant.TARGET.name()))
                        .map(Entry::text)))
        .ifPresent(names::addAll);
    return names;
  }
}
