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
import org.boardbench.plan.reading.Entry;
import org.boardbench.plan.reading.Nearest;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Problems;
import org.boardbench.plan.reading.YamlMap;

/**
 * Reads {@code targets} and {@code parameters}, with {@code --targets} and {@code --set}. Whether a
 * target has such a parameter is its manifest's to say, so it is checked when that is read.
 */
final class TargetsReader {
  private static final Pattern ASSIGNMENT = Pattern.compile("([^.=]+)\\.([^=]+)=(.*)");

  private final PlanValues values;
  private final Problems problems;
  private final Set<String> known;

  TargetsReader(PlanValues values, Set<String> knownTargets) {
    this.values = values;
    this.problems = values.problems();
    this.known = new TreeSet<>(knownTargets);
  }

  /**
   * @param assignments the values of {@code --set}
   */
  List<TargetSpec> targets(List<String> assignments) {
    Optional<List<String>> inFile =
        values
            .file()
            .flatMap(root -> root.scalars(PlanKeys.TARGETS.path()))
            .map(e -> names(PlanKeys.TARGETS.path(), e));
    List<String> names =
        values
            .optionList(PlanKeys.TARGETS)
            .map(entries -> names(PlanKeys.TARGETS.flag(), entries))
            .or(() -> inFile)
            .orElseGet(() -> List.copyOf(known));
    Map<String, Map<String, String>> parameters = parametersInFile();
    assignments.forEach(text -> assign(text, names, parameters));
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
    if (at < 0 || TargetSpec.launcher(name).isPresent()) {
      return true;
    }
    problems.add(
        key,
        "after " + TargetSpec.AT + " must be " + LaunchSpec.LAUNCHERS.bound() + ", was " + name);
    return false;
  }

  /** A target that this experiment leaves out may keep its parameters: options may select it. */
  private Map<String, Map<String, String>> parametersInFile() {
    Map<String, Map<String, String>> parameters = new TreeMap<>();
    values
        .section(PlanKeys.PARAMETERS.path())
        .ifPresent(section -> {
          for (String target : section.keys()) {
            if (isKnown(section.pathOf(target), target)) {
              parameters.put(
                  target, section.map(target).map(TargetsReader::texts).orElse(Map.of()));
            }
          }
        });
    return parameters;
  }

  private static Map<String, String> texts(YamlMap map) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : map.keys()) {
      map.scalar(name).ifPresent(entry -> texts.put(name, entry.text()));
    }
    return texts;
  }

  private void assign(
      String text, List<String> targets, Map<String, Map<String, String>> parameters) {
    Matcher matcher = ASSIGNMENT.matcher(text);
    if (!matcher.matches()) {
      problems.add(PlanKeys.PARAMETERS.flag(), "must be target.parameter=value, was " + text);
      return;
    }
    String target = matcher.group(1);
    if (!isKnown(PlanKeys.PARAMETERS.flag(), target)) {
      return;
    }
    // With no target left, the list of targets has a problem of its own already.
    boolean isAsked = targets.stream().map(TargetSpec::folder).anyMatch(target::equals);
    if (!targets.isEmpty() && !isAsked) {
      problems.add(
          PlanKeys.PARAMETERS.flag(),
          "must name a target of this run (" + String.join(", ", targets) + "), was " + target);
    }
    Map<String, String> texts = new LinkedHashMap<>(parameters.getOrDefault(target, Map.of()));
    texts.put(matcher.group(2), matcher.group(3));
    parameters.put(target, texts);
  }
}
