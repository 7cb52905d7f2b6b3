package org.boardbench.sut.launch.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.sampling.Component;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.docker.DockerTarget;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.manifest.TargetManifestReader;

/**
 * A target whose programs are pods.
 *
 * @param registry before the name of the server's image; empty where nodes have that image already
 */
public record KubernetesTarget(
    TargetManifest manifest, KubernetesCluster cluster, Optional<String> registry) {
  private static final String NEEDED = ", and the kubernetes launcher needs it";

  /** What a target lacks to be pods at all. */
  public static List<Problem> objections(TargetManifest manifest) {
    List<Problem> problems =
        new ArrayList<>(DockerTarget.objections(manifest, LauncherChoice.KUBERNETES));
    String file = manifest.name() + "/" + TargetManifestReader.FILE_NAME + ": ";
    if (!manifest.start().listensWhereTold()) {
      problems.add(new Problem(file + "start", "has no {host}" + NEEDED));
    }
    manifest
        .companions()
        .forEach((name, companion) -> {
          if (!companion.listensWhereTold()) {
            problems.add(
                new Problem(file + "companions." + name + ".start", "has no {host}" + NEEDED));
          }
        });
    manifest
        .service()
        .through()
        .ifPresent(front ->
            problems.add(
                new Problem(
                    file + "endpoint.through",
                    front
                        + " is started before the server, whose name a cluster does not know until"
                        + " then: the kubernetes launcher cannot start it")));
    return problems;
  }

  /** Why a variant cannot be measured from where this harness is. */
  public static Optional<Problem> objection(Variant variant, KubernetesCluster cluster) {
    boolean isSpread = variant.replicas().areSeveral() && !variant.replicas().isBalanced();
    return cluster.isInside() && isSpread
        ? Optional.of(
            new Problem(
                Variant.BALANCER.path(),
                "must not be direct of %s: inside a cluster each of its replicas has an address of its own, and users know one"
                    .formatted(variant.name())))
        : Optional.empty();
  }

  /** The images of its pods by component, the server's first. */
  public Map<String, String> images() {
    Map<String, String> images = new LinkedHashMap<>();
    String own = DockerTarget.imageName(manifest);
    images.put(Component.SERVER, registry.map(prefix -> prefix + "/" + own).orElse(own));
    manifest
        .companions()
        .forEach((name, companion) -> images.put(name, companion.image().orElseThrow()));
    return images;
  }

  /** What starts its pods, those of each launch under names of their own. */
  public Launcher launcher(Map<String, String> parameters, LimitsSpec limits, LoopbackPorts ports) {
    return (log, readyDeadline, stopDeadline) ->
        Launcher.of(
                manifest,
                parameters,
                new PodStarter(cluster, cluster.nextLaunch(), images(), limits, readyDeadline),
                ports)
            .launch(log, readyDeadline, stopDeadline);
  }
}
