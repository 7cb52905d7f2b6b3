package org.boardbench.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code targets} and {@code parameters}, with {@code --targets} and {@code --set}. Whether a
 * target has such a parameter is its manifest's to say, so it is checked when that is read.
 */
final class TargetsReader {
  private static final Pattern ASSIGNMENT = Pattern.compile("([^.=]+)\\.([^=]+)=(.*)");

  private final Layers layers;
  private final Problems problems;
  private final Set<String> known;

  TargetsReader(Layers layers, Set<String> knownTargets) {
    this.layers = layers;
    this.problems = layers.problems();
    this.known = new TreeSet<>(knownTargets);
  }

  List<TargetSpec> targets() {
    Optional<List<String>> inFile =
        layers.file().flatMap(root -> root.scalars("targets")).map(e -> names("targets", e));
    List<String> names =
        layers
            .overrides()
            .entries(PlanOption.TARGETS)
            .map(entries -> names(PlanOption.TARGETS.flag(), entries))
            .or(() -> inFile)
            .orElseGet(() -> List.copyOf(known));
    Map<String, Map<String, String>> parameters = parametersInFile();
    layers.overrides().parameters().forEach(text -> assign(text, names, parameters));
    return names.stream()
        .map(name ->
            new TargetSpec(name, parameters.getOrDefault(TargetSpec.folder(name), Map.of())))
        .toList();
  }

  private List<String> names(String key, List<Entry> entries) {
    List<String> names = new ArrayList<>();
    for (Entry entry : entries) {
      if (!isKnown(entry.key(), TargetSpec.folder(entry.text()))
          || !hasKnownLauncher(entry.key(), entry.text())) {
        continue;
      }
      if (names.contains(entry.text())) {
        problems.add(entry.key(), "each target once, was " + entry.text() + " again");
      } else {
        names.add(entry.text());
      }
    }
    if (entries.isEmpty()) {
      problems.add(key, "at least one target is needed, was none");
    }
    return names;
  }

  private boolean isKnown(String key, String name) {
    if (known.contains(name)) {
      return true;
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

  private boolean hasKnownLauncher(String key, String name) {
    int at = name.indexOf(TargetSpec.AT);
    if (at < 0 || LauncherChoice.ofKey(name.substring(at + 1)).isPresent()) {
      return true;
    }
    problems.add(
        key, "after " + TargetSpec.AT + " must be " + LauncherChoice.keys() + ", was " + name);
    return false;
  }

  /** A target that this experiment leaves out may keep its parameters: options may select it. */
  private Map<String, Map<String, String>> parametersInFile() {
    Map<String, Map<String, String>> parameters = new TreeMap<>();
    layers
        .section("parameters")
        .ifPresent(section -> {
          for (String target : section.keys()) {
            if (isKnown(section.pathOf(target), target)) {
              parameters.put(target, section.map(target).map(this::values).orElse(Map.of()));
            }
          }
        });
    return parameters;
  }

  private Map<String, String> values(YamlMap map) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : map.keys()) {
      map.scalar(name).ifPresent(entry -> values.put(name, entry.text()));
    }
    return values;
  }

  private void assign(
      String text, List<String> targets, Map<String, Map<String, String>> parameters) {
    Matcher matcher = ASSIGNMENT.matcher(text);
    if (!matcher.matches()) {
      problems.add(PlanOverrides.SET, "must be target.parameter=value, was " + text);
      return;
    }
    String target = matcher.group(1);
    if (!isKnown(PlanOverrides.SET, target)) {
      return;
    }
    // With no target left, the list of targets has a problem of its own already.
    boolean isAsked = targets.stream().map(TargetSpec::folder).anyMatch(target::equals);
    if (!targets.isEmpty() && !isAsked) {
      problems.add(
          PlanOverrides.SET,
          "must name a target of this run (" + String.join(", ", targets) + "), was " + target);
    }
    Map<String, String> values = new LinkedHashMap<>(parameters.getOrDefault(target, Map.of()));
    values.put(matcher.group(2), matcher.group(3));
    parameters.put(target, values);
  }
}
