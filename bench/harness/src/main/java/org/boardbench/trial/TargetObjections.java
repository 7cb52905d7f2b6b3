package org.boardbench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.SutSpec;
import org.boardbench.plan.model.TemplateSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.protocol.template.TemplateProtocol;
import org.boardbench.sut.manifest.TargetManifest;

/** Why variants cannot do what a plan asks of them, by what their targets say of themselves. */
final class TargetObjections {
  private TargetObjections() {}

  /**
   * All there are.
   *
   * @param manifests by the variants' names
   */
  static List<Problem> of(ExperimentPlan plan, Map<String, TargetManifest> manifests) {
    List<Problem> problems = new ArrayList<>();
    for (Variant variant : plan.variants()) {
      TargetManifest manifest = manifests.get(variant.name());
      ofTemplate(variant, manifest).ifPresent(problems::add);
      if (plan.workload().asksForHistory()) {
        ofHistory(variant, manifest).ifPresent(problems::add);
      }
      plan.launch()
          .sut()
          .filter(there -> variant.launcher() == LauncherChoice.PROCESS)
          .flatMap(there -> ofAddress(there, manifest))
          .ifPresent(problems::add);
    }
    return problems;
  }

  /** Only one protocol has to be told what it is, and that one has to. */
  private static Optional<Problem> ofTemplate(Variant variant, TargetManifest manifest) {
    String protocol = manifest.service().protocol();
    boolean isTemplate = protocol.equals(TemplateProtocol.NAME);
    if (isTemplate == variant.template().isPresent()) {
      return Optional.empty();
    }
    String server = variant.name() + " speaks " + protocol;
    return Optional.of(
        new Problem(
            TemplateSpec.SECTION,
            isTemplate
                ? "is missing: " + server
                : "needs the protocol " + TemplateProtocol.NAME + ": " + server));
  }

  private static Optional<Problem> ofHistory(Variant variant, TargetManifest manifest) {
    return manifest
        .historyObjection(variant.parameters())
        .map(objection ->
            new Problem(
                WorkloadSpec.HISTORY.path(),
                "cannot be asked: " + variant.name() + " " + objection));
  }

  /** One that listens at an address of its own choice may listen where nobody is to reach it. */
  private static Optional<Problem> ofAddress(SutSpec there, TargetManifest manifest) {
    return manifest.frontListensWhereTold()
        ? Optional.empty()
        : Optional.of(
            new Problem(
                SutSpec.HOST.path(),
                "needs targets that listen where they are told, and %s has no {host} in its start, was %s"
                    .formatted(manifest.name(), there.host())));
  }
}
