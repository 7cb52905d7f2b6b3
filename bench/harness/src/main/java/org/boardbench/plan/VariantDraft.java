package org.boardbench.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A variant as it was asked for: what it does not say is the plan's.
 *
 * @param limits its own; empty where it has none
 * @param place empty until those of others are known
 */
record VariantDraft(
    String name,
    String target,
    Optional<LauncherChoice> launcher,
    Map<String, String> parameters,
    LimitsSpec limits,
    Optional<Integer> place,
    String title,
    String note) {

  /** A target under its own name, with nothing of its own. */
  static VariantDraft of(String target) {
    return new VariantDraft(
        target, target, Optional.empty(), Map.of(), LimitsSpec.NONE, Optional.empty(), "", "");
  }

  /** The same server brought up in another way, beside itself. */
  VariantDraft in(LauncherChoice other, String otherName) {
    return new VariantDraft(
        otherName, target, Optional.of(other), parameters, limits, Optional.empty(), title, note);
  }

  VariantDraft at(int ownPlace) {
    return new VariantDraft(
        name, target, launcher, parameters, limits, Optional.of(ownPlace), title, note);
  }

  /**
   * The variant itself.
   *
   * @param common parameters of all variants of its target
   * @param assigned parameters that replace any other
   */
  Variant in(LaunchSpec launch, Map<String, String> common, Map<String, String> assigned) {
    Map<String, String> all = new LinkedHashMap<>(common);
    all.putAll(parameters);
    all.putAll(assigned);
    return new Variant(
        name,
        target,
        launcher.orElse(launch.launcher()),
        all,
        limits.over(launch.limits()),
        place.orElseThrow(),
        title,
        note);
  }
}
