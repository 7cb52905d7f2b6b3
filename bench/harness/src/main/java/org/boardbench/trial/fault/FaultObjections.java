package org.boardbench.trial.fault;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.plan.model.FaultSpec.Kind;
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
  public static List<Problem> of(
      ExperimentPlan plan, Map<String, TargetManifest> manifests, FaultMeans means) {
    // One of the machine is the same for every variant.
    Set<Problem> problems = new LinkedHashSet<>();
    for (int stage = 0; stage < plan.stages().size(); stage++) {
      List<FaultSpec> faults = plan.stages().get(stage).faults();
      for (int number = 0; number < faults.size(); number++) {
        String place = "stages[%d].faults[%d]".formatted(stage + 1, number + 1);
        for (Variant variant : plan.variants()) {
          Optional<TargetManifest> manifest = Optional.ofNullable(manifests.get(variant.name()));
          FaultSpec fault = faults.get(number);
          elsewhere(place, fault, plan)
              .or(() -> objection(place, fault, variant, manifest))
              .or(() -> ofTheMachine(place, fault, means))
              .ifPresent(problems::add);
        }
      }
    }
    return List.copyOf(problems);
  }

  private static Optional<Problem> elsewhere(String place, FaultSpec fault, ExperimentPlan plan) {
    return plan.launch().sut().isEmpty() || fault.kind() == Kind.CUT
        ? Optional.empty()
        : problem(
            place,
            FaultSpec.KIND,
            "must be cut where sut.host starts targets: the others need processes of this machine",
            fault.kind().key());
  }

  private static Optional<Problem> objection(
      String place, FaultSpec fault, Variant variant, Optional<TargetManifest> manifest) {
    if (fault.kind() == Kind.CUT) {
      return Optional.empty();
    }
    if (manifest.isEmpty()) {
      return problem(
          place,
          FaultSpec.KIND,
          "must be cut: a server that someone else started has no processes of this harness",
          fault.kind().key());
    }
    if (variant.launcher() != LauncherChoice.PROCESS) {
      return problem(
          place,
          FaultSpec.KIND,
          "needs processes that this harness has started, and %s is started by %s"
              .formatted(variant.name(), variant.launcher().key()),
          fault.kind().key());
    }
    return fault.kind().isOfNetwork()
        ? ofTheNetwork(place, fault, variant, manifest.get())
        : ofAProgram(place, fault, variant, manifest.get());
  }

  private static Optional<Problem> ofAProgram(
      String place, FaultSpec fault, Variant variant, TargetManifest manifest) {
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
    return isOfServer || manifest.companions().containsKey(fault.what())
        ? Optional.empty()
        : problem(
            place,
            FaultSpec.WHAT,
            "must be target, replica, worker or a companion of every target, and %s has %s"
                .formatted(variant.name(), listed(manifest.companions().keySet())),
            fault.what());
  }

  private static Optional<Problem> ofTheNetwork(
      String place, FaultSpec fault, Variant variant, TargetManifest manifest) {
    Set<String> sides = new LinkedHashSet<>(manifest.companions().keySet());
    manifest.service().through().ifPresent(sides::remove);
    sides.removeIf(manifest::isBalancer);
    return fault.between().equals(FaultSpec.DRIVER) || sides.contains(fault.between())
        ? Optional.empty()
        : problem(
            place,
            FaultSpec.BETWEEN,
            "must be driver or a companion to which every target connects, and %s has %s"
                .formatted(variant.name(), listed(sides)),
            fault.between());
  }

  private static Optional<Problem> ofTheMachine(String place, FaultSpec fault, FaultMeans means) {
    if (fault.kind() == Kind.PARTITION && means.noPackets().isPresent()) {
      return problem(place, FaultSpec.KIND, means.noPackets().get(), fault.kind().key());
    }
    if (fault.kind() == Kind.FILL && !means.hasGroups()) {
      return problem(
          place,
          FaultSpec.KIND,
          "needs control groups of this harness's own, which cannot be made here: run it as root,"
              + " or in a delegated group (systemd-run --user --scope -p Delegate=yes)",
          fault.kind().key());
    }
    return Optional.empty();
  }

  private static String listed(Set<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static Optional<Problem> problem(String place, PlanKey<?> key, String words, String was) {
    return Optional.of(new Problem(place + "." + key.name(), words + ", was " + was));
  }
}
