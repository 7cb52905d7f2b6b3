package org.boardbench.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.Variant;
import org.boardbench.store.ImageRecord;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.kubernetes.KubernetesCluster;
import org.boardbench.sut.launch.kubernetes.KubernetesTarget;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;

/**
 * The variants of a plan that are pods, and the cluster in which they are; of a plan without any,
 * nobody looks for a cluster. Closing it removes what the run has made there.
 */
final class ClusterTargets implements AutoCloseable {
  private final ExperimentPlan plan;
  private final Optional<KubernetesCluster> cluster;

  private ClusterTargets(ExperimentPlan plan, Optional<KubernetesCluster> cluster) {
    this.plan = plan;
    this.cluster = cluster;
  }

  /** Of a plan that has none. */
  static ClusterTargets none(ExperimentPlan plan) {
    return new ClusterTargets(plan, Optional.empty());
  }

  /**
   * Looks at the plan's variants and at the cluster.
   *
   * @param problems gets what is in the way
   */
  static ClusterTargets check(
      ExperimentPlan plan, Map<String, TargetManifest> manifests, List<Problem> problems) {
    List<Variant> variants = plan.variants().stream().filter(ClusterTargets::isPods).toList();
    if (variants.isEmpty()) {
      return none(plan);
    }
    variants.forEach(
        one -> problems.addAll(KubernetesTarget.objections(manifests.get(one.name()))));
    try {
      KubernetesCluster cluster = KubernetesCluster.current();
      problems.addAll(cluster.problems());
      variants.forEach(one -> KubernetesTarget.objection(one, cluster).ifPresent(problems::add));
      return new ClusterTargets(plan, Optional.of(cluster));
    } catch (LaunchException none) {
      problems.add(new Problem(LauncherChoice.KUBERNETES.key(), none.getMessage()));
      return none(plan);
    }
  }

  static boolean isPods(Variant variant) {
    return variant.launcher() == LauncherChoice.KUBERNETES;
  }

  /** Removes pods that an earlier harness left behind; says what there is to know of this run. */
  Optional<String> begin() {
    cluster.ifPresent(KubernetesCluster::removeLeftovers);
    return cluster.filter(one -> !one.isInside()).map(one -> slowWay());
  }

  private String slowWay() {
    List<String> names =
        plan.variants().stream().filter(ClusterTargets::isPods).map(Variant::name).toList();
    return "Note: users reach %s by port forwards, through the cluster's own server: what that costs is in every time of theirs; to measure servers, run this in a pod of the cluster"
        .formatted(String.join(", ", names));
  }

  Launcher launcher(
      Variant variant,
      TargetManifest manifest,
      Map<String, String> parameters,
      LoopbackPorts ports) {
    return target(manifest).launcher(parameters, variant.limits(), ports);
  }

  /** By their names alone: the cluster finds them when it starts them, and the log says which. */
  List<ImageRecord> images(TargetManifest manifest) {
    return target(manifest).images().entrySet().stream()
        .map(image ->
            new ImageRecord(image.getKey(), image.getValue(), "", List.of(), Optional.empty()))
        .toList();
  }

  Map<String, String> versions() {
    return Map.of(LauncherChoice.KUBERNETES.key(), cluster().version());
  }

  String wayToServers() {
    return cluster().wayToServers();
  }

  private KubernetesTarget target(TargetManifest manifest) {
    return new KubernetesTarget(manifest, cluster(), plan.launch().registry());
  }

  private KubernetesCluster cluster() {
    return cluster.orElseThrow(() -> new IllegalStateException("no variant of the plan is pods"));
  }

  @Override
  public void close() {
    cluster.ifPresent(KubernetesCluster::close);
  }
}
