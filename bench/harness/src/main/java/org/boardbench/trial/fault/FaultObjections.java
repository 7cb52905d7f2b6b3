package org.boardbench.trial.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.sut.manifest.TargetManifest;

/** Why a plan's faults cannot be injected into its targets. */
public final class FaultObjections {
  private FaultObjections() {}

  /**
   * All there are.
   *
   * @param manifests by the variants' names; none of a server that someone else started
   */
  public static List<Problem> of(ExperimentPlan plan, Map<String, TargetManifest> manifests) {
    List<Problem> problems = new ArrayList<>();
    for (int stage = 0; stage < plan.stages().size(); stage++) {
      List<FaultSpec> faults = plan.stages().get(stage).faults();
      for (int number = 0; number < faults.size(); number++) {
        String place = "stages[%d].faults[%d]".formatted(stage + 1, number + 1);
        for (Variant variant : plan.variants()) {
          Optional<TargetManifest> manifest = Optional.ofNullable(manifests.get(variant.name()));
          objection(place, faults.get(number), variant, manifest).ifPresent(problems::add);
        }
      }
    }
    return List.copyOf(problems);
  }

  private static Optional<Problem> objection(
      String place, FaultSpec fault, Variant variant, Optional<TargetManifest> manifest) {
    if (!fault.isOfProcesses()) {
      return Optional.empty();
    }
    if (manifest.isEmpty()) {
      return problem(
          place,
          FaultSpec.KIND,
          "must be cut: a server that someone else started has no processes of this harness",
          fault.kind().key());
    }
    if (variant.launcher() == LauncherChoice.DOCKER) {
      return problem(
          place,
          FaultSpec.KIND,
          "needs processes that this harness has started, and %s is started by docker"
              .formatted(variant.name()),
          fault.kind().key());
    }
    if (fault.what().equals(FaultSpec.REPLICA)) {
      return variant.replicas().areSeveral()
          ? Optional.empty()
          : problem(
              place,
              FaultSpec.WHAT,
              "needs several replicas of every target, and %s has one".formatted(variant.name()),
              fault.what());
    }
    boolean isOfServer =
        fault.what().equals(FaultSpec.TARGET) || fault.what().equals(FaultSpec.WORKER);
    if (!isOfServer && !manifest.get().companions().containsKey(fault.what())) {
      return problem(
          place,
          FaultSpec.WHAT,
          "must be target, worker or a companion of every target, and %s has %s"
              .formatted(variant.name(), companions(manifest.get())),
          fault.what());
    }
    return Optional.empty();
  }

  private static String companions(TargetManifest manifest) {
    return manifest.companions().isEmpty()
        ? "none"
        : String.join(", ", manifest.companions().keySet());
  }

  private static Optional<Problem> problem(String place, PlanKey<?> key, String words, String was) {
    return Optional.of(new Problem(place + "." + key.name(), words + ", was " + was));
  }
}
