package org.boardbench.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.boardbench.input.Entry;
import org.boardbench.input.Nearest;
import org.boardbench.input.Problems;
import org.boardbench.input.YamlMap;
import org.boardbench.plan.model.LaunchSpec;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.TemplateSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.SectionValues;
import org.boardbench.plan.reading.Setting;

/**
 * Reads {@code targets} and {@code parameters}, with {@code --targets} and {@code --set}. A variant
 * is a map, or a line: the name of a folder or, as an option, of a variant of the file, each with
 * {@code @launcher} behind it where it is to be brought up in a way of its own. Whether a target
 * has such a parameter is its manifest's to say, so it is checked when that is read.
 */
final class VariantsReader {
  /** Stands between name and launcher. */
  private static final String AT = "@";

  private final PlanValues values;
  private final Problems problems;
  private final TemplateReader templates;
  private final Set<String> folders;
  private final Map<String, VariantDraft> inFile = new LinkedHashMap<>();

  /**
   * @param beside where the files are that variants name
   */
  VariantsReader(PlanValues values, Set<String> knownTargets, Path beside) {
    this.values = values;
    this.problems = values.problems();
    this.templates = new TemplateReader(values, beside);
    this.folders = new TreeSet<>(knownTargets);
  }

  /**
   * The variants in the plan's order.
   *
   * @param launch holds for those that say nothing themselves
   * @param settings the values of {@code --set}
   */
  List<Variant> variants(LaunchSpec launch, List<String> settings) {
    boolean isListed = readFile();
    Map<String, VariantDraft> asked = new LinkedHashMap<>();
    Optional<List<Entry>> option = values.optionList(PlanKeys.TARGETS);
    if (option.isPresent()) {
      option
          .get()
          .forEach(
              entry -> fromLine(entry).ifPresent(one -> add(entry.key(), "target", one, asked)));
    } else if (isListed) {
      asked.putAll(inFile);
    } else {
      folders.forEach(folder -> asked.put(folder, VariantDraft.of(folder)));
    }
    Map<String, Map<String, String>> common = parameters();
    ParameterOverrides overrides = new ParameterOverrides(asked.values(), this::isKnown, problems);
    settings.forEach(overrides::read);
    return placed(asked.values()).stream()
        .map(draft ->
            draft.in(launch, common.getOrDefault(draft.target(), Map.of()), overrides.of(draft)))
        .toList();
  }

  /** Returns whether the file lists any. */
  private boolean readFile() {
    String key = PlanKeys.TARGETS.path();
    Optional<List<String>> names =
        values
            .file()
            .flatMap(root ->
                root.list(
                    key,
                    entry ->
                        fromLine(entry).flatMap(one -> add(entry.key(), "target", one, inFile)),
                    map ->
                        fromMap(map)
                            .flatMap(
                                one -> add(map.pathOf(Variant.NAME.name()), "name", one, inFile))));
    places(key);
    if (names.isPresent() && values.file().orElseThrow().isEmptyList(key)) {
      problems.add(key, "at least one target is needed, was none");
    }
    return names.isPresent();
  }

  /** Each gets the place that it asks for, or its position in the list. */
  private void places(String key) {
    Set<Integer> taken = new HashSet<>();
    int position = 0;
    for (Map.Entry<String, VariantDraft> one : inFile.entrySet()) {
      position++;
      int place = one.getValue().place().orElse(position);
      if (!taken.add(place)) {
        problems.add(
            key,
            "each " + Variant.PLACE.name() + " once, was " + place + " again, of " + one.getKey());
      }
      one.setValue(one.getValue().at(place));
    }
  }

  /** What the file does not have comes after all that it has. */
  private List<VariantDraft> placed(Collection<VariantDraft> asked) {
    int last = inFile.values().stream().mapToInt(one -> one.place().orElseThrow()).max().orElse(0);
    List<VariantDraft> placed = new ArrayList<>();
    for (VariantDraft one : asked) {
      placed.add(one.place().isPresent() ? one : one.at(++last));
    }
    return placed;
  }

  private Optional<String> add(
      String key, String what, VariantDraft draft, Map<String, VariantDraft> to) {
    if (to.putIfAbsent(draft.name(), draft) == null) {
      return Optional.of(draft.name());
    }
    problems.add(key, "each " + what + " once, was " + draft.name() + " again");
    return Optional.empty();
  }

  /** A folder or variant, by name, perhaps with a launcher behind it. */
  private Optional<VariantDraft> fromLine(Entry entry) {
    String text = entry.text();
    if (inFile.containsKey(text) && entry.key().startsWith("--")) {
      return Optional.of(inFile.get(text));
    }
    int at = text.lastIndexOf(AT);
    String name = at < 0 ? text : text.substring(0, at);
    if (!isKnown(entry.key(), name)) {
      return Optional.empty();
    }
    VariantDraft draft = inFile.getOrDefault(name, VariantDraft.of(name));
    if (at < 0) {
      return Optional.of(draft);
    }
    Optional<LauncherChoice> launcher =
        LaunchSpec.LAUNCHERS.parse(text.substring(at + AT.length()));
    if (launcher.isEmpty()) {
      problems.add(
          entry.key(),
          "after " + AT + " must be " + LaunchSpec.LAUNCHERS.bound() + ", was " + text);
    }
    return launcher.map(choice -> draft.in(choice, text));
  }

  private Optional<VariantDraft> fromMap(YamlMap map) {
    values.checked(map, Variant.NAME.section());
    Optional<String> target =
        map.required(Variant.TARGET.name())
            .filter(entry -> isFolder(entry.key(), entry.text()))
            .map(Entry::text);
    Optional<LauncherChoice> launcher =
        values.read(map.scalar(Variant.LAUNCHER.name()), Variant.LAUNCHER).map(Setting::value);
    Map<String, String> parameters =
        map.map(Variant.PARAMETERS.name()).map(YamlMap::texts).orElse(Map.of());
    LimitsSpec limits =
        map.map(Variant.LIMITS.name())
            .map(of -> LimitsSpec.read(values, values.checked(of, LimitsSpec.SECTION)))
            .orElse(LimitsSpec.NONE);
    SectionValues others = Variant.KEYS.read(values, map);
    Optional<TemplateSpec> template = map.map(Variant.TEMPLATE.name()).flatMap(templates::read);
    if (template.isPresent()) {
      others = others.with(Variant.TEMPLATE, template.get());
    }
    Optional<String> name = name(map, target);
    if (target.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new VariantDraft(name.get(), target.get(), launcher, parameters, limits, others));
  }

  /** A variant by the name of another server would be taken for that one. */
  private Optional<String> name(YamlMap map, Optional<String> target) {
    Optional<Entry> given = map.scalar(Variant.NAME.name());
    if (given.isEmpty()) {
      return target;
    }
    String name = given.get().text();
    if (folders.contains(name) && target.isPresent() && !name.equals(target.get())) {
      problems.add(
          given.get().key(),
          "must not be the name of another target than " + target.get() + ", was " + name);
      return Optional.empty();
    }
    return values.read(given, Variant.NAME).map(Setting::value);
  }

  private boolean isKnown(String key, String name) {
    return (key.startsWith("--") && inFile.containsKey(name)) || isFolder(key, name);
  }

  private boolean isFolder(String key, String name) {
    if (folders.contains(name)) {
      return true;
    }
    Set<String> known = new TreeSet<>(folders);
    if (key.startsWith("--")) {
      known.addAll(inFile.keySet());
    }
    problems.add(
        key,
        "must be one of "
            + String.join(", ", known)
            + ", was "
            + (name.isEmpty() ? "empty" : name)
            + Nearest.hint(name, known));
    return false;
  }

  /** A target that this experiment leaves out may keep its parameters: options may select it. */
  private Map<String, Map<String, String>> parameters() {
    Map<String, Map<String, String>> parameters = new TreeMap<>();
    values
        .section(PlanKeys.PARAMETERS.path())
        .ifPresent(section -> {
          for (String target : section.keys()) {
            if (isFolder(section.pathOf(target), target)) {
              parameters.put(target, section.map(target).map(YamlMap::texts).orElse(Map.of()));
            }
          }
        });
    return parameters;
  }
}
