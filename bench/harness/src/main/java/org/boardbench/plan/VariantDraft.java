package org.boardbench.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.boardbench.plan.model.LaunchSpec;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.reading.SectionValues;

/**
 * A variant as it was asked for: what it does not say is the plan's.
 *
 * @param limits its own; empty where it has none
 * @param values of its other keys; its place is not there until those of others are known
 */
record VariantDraft(
    String name,
    String target,
    Optional<LauncherChoice> launcher,
    Map<String, String> parameters,
    LimitsSpec limits,
    SectionValues values) {

  /** A target under its own name, with nothing of its own. */
  static VariantDraft of(String target) {
    return new VariantDraft(
        target, target, Optional.empty(), Map.of(), LimitsSpec.NONE, SectionValues.NONE);
  }

  /** The same server brought up in another way, beside itself. */
  VariantDraft in(LauncherChoice other, String otherName) {
    return new VariantDraft(
        otherName, target, Optional.of(other), parameters, limits, values.without(Variant.PLACE));
  }

  VariantDraft at(int ownPlace) {
    return new VariantDraft(
        name, target, launcher, parameters, limits, values.with(Variant.PLACE, ownPlace));
  }

  Optional<Integer> place() {
    return values.given(Variant.PLACE);
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
        values);
  }
}
