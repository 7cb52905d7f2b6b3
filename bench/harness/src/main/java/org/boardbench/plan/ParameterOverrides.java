package org.boardbench.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.input.Problems;

/** The parameters that {@code --set} gives to one variant, or to all variants of a target. */
final class ParameterOverrides {
  private static final Pattern SHAPE = Pattern.compile("([^.=]+)\\.([^=]+)=(.*)");

  private final List<VariantDraft> asked;
  private final BiPredicate<String, String> isKnown;
  private final Problems problems;
  private final Map<String, Map<String, String>> byName = new HashMap<>();

  /**
   * @param isKnown for an option and a name: whether there is such a target or variant, and
   *     otherwise a problem
   */
  ParameterOverrides(
      Collection<VariantDraft> asked, BiPredicate<String, String> isKnown, Problems problems) {
    this.asked = List.copyOf(asked);
    this.isKnown = isKnown;
    this.problems = problems;
  }

  void read(String text) {
    String flag = PlanKeys.PARAMETERS.flag();
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      problems.add(flag, "must be target.parameter=value, was " + text);
      return;
    }
    String name = matcher.group(1);
    boolean isAsked = asked.stream().anyMatch(one -> isMeant(name, one));
    if (!isAsked && !isKnown.test(flag, name)) {
      return;
    }
    // With no target left, the list of targets has a problem of its own already.
    if (!asked.isEmpty() && !isAsked) {
      problems.add(
          flag,
          "must name a target of this run ("
              + String.join(", ", asked.stream().map(VariantDraft::name).toList())
              + "), was "
              + name);
    }
    byName.computeIfAbsent(name, first -> new HashMap<>()).put(matcher.group(2), matcher.group(3));
  }

  /** What it gets; what was given to itself goes before what was given to its target. */
  Map<String, String> of(VariantDraft draft) {
    Map<String, String> all = new HashMap<>(byName.getOrDefault(draft.target(), Map.of()));
    all.putAll(byName.getOrDefault(draft.name(), Map.of()));
    return all;
  }

  private static boolean isMeant(String name, VariantDraft draft) {
    return draft.name().equals(name) || draft.target().equals(name);
  }
}
