package org.boardbench.trial;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.plan.ExternalSpec;
import org.boardbench.plan.PlanException;
import org.boardbench.plan.PlannedTrial;
import org.boardbench.plan.Problem;
import org.boardbench.plan.TargetSpec;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.store.ResultStore;
import org.boardbench.store.TargetRecord;
import org.boardbench.target.Endpoint;
import org.boardbench.target.HostEnvironment;
import org.boardbench.target.LaunchException;
import org.boardbench.target.Launcher;
import org.boardbench.target.LoopbackPorts;
import org.boardbench.target.Placement;
import org.boardbench.target.ProcessSet;
import org.boardbench.target.TargetBuilder;
import org.boardbench.target.TargetCatalog;
import org.boardbench.target.TargetManifest;
import org.boardbench.target.TargetVersions;
import org.boardbench.target.ToolCheck;

/** The targets of one run: checked before anything starts, built once, launched for each trial. */
final class TargetLaunchers {
  private final ExperimentPlan plan;
  private final HostEnvironment host;
  private final Placement placement;
  private final ProcessSet processes;
  private final LoopbackPorts ports = new LoopbackPorts();
  private final Map<String, TargetManifest> manifests;
  private final Map<String, Map<String, String>> parameters = new HashMap<>();
  private final Map<String, LaunchException> brokenBuilds = new HashMap<>();

  private TargetLaunchers(
      ExperimentPlan plan,
      HostEnvironment host,
      Placement placement,
      ProcessSet processes,
      Map<String, TargetManifest> manifests)
      throws PlanException {
    this.plan = plan;
    this.host = host;
    this.placement = placement;
    this.processes = processes;
    this.manifests = manifests;
    for (TargetSpec target : plan.targets()) {
      if (manifests.containsKey(target.name())) {
        parameters.put(target.name(), manifests.get(target.name()).values(target.parameters()));
      }
    }
  }

  /**
   * Checks manifests, parameters and tools; starts nothing.
   *
   * @throws PlanException with every problem found
   */
  static TargetLaunchers check(
      ExperimentPlan plan, HostEnvironment host, Placement placement, ProcessSet processes)
      throws PlanException, InterruptedException {
    if (plan.external().isPresent()) {
      return new TargetLaunchers(plan, host, placement, processes, Map.of());
    }
    Map<String, TargetManifest> manifests =
        new TargetCatalog(host.root()).manifests(plan.targets());
    List<Problem> missing = ToolCheck.problems(manifests.values(), host);
    if (!missing.isEmpty()) {
      throw new PlanException(missing);
    }
    return new TargetLaunchers(plan, host, placement, processes, manifests);
  }

  /**
   * Builds the targets of {@code trials} where their inputs have changed, and records what they are
   * made of. A target that cannot be built fails its trials, not the run.
   */
  void prepare(List<PlannedTrial> trials, ResultStore store, RunListener listener)
      throws IOException, InterruptedException {
    if (plan.external().isPresent()) {
      store.append(new TargetRecord(external().name(), "external", Map.of(), Map.of()));
      return;
    }
    Set<String> prepared = new HashSet<>();
    for (PlannedTrial trial : trials) {
      String target = trial.target().name();
      if (prepared.add(target)) {
        build(manifests.get(target), listener);
        store.append(
            new TargetRecord(
                target,
                "process",
                TargetVersions.of(manifests.get(target), host),
                parameters.get(target)));
      }
    }
  }

  private void build(TargetManifest manifest, RunListener listener) throws InterruptedException {
    try {
      listener.buildStarted(manifest.name(), TargetBuilder.log(manifest));
      new TargetBuilder(placement.ofBuilds(host), processes).build(manifest);
    } catch (LaunchException broken) {
      brokenBuilds.put(manifest.name(), broken);
    }
  }

  Protocol protocol(String target) {
    String name =
        plan.external()
            .map(ExternalSpec::protocol)
            .orElseGet(() -> manifests.get(target).protocol());
    return Protocols.named(name)
        .orElseThrow(() -> new IllegalStateException("no protocol is called " + name));
  }

  /** Starts a fresh target; one that could not be built throws the reason at launch. */
  Launcher launcher(String target) {
    Optional<ExternalSpec> external = plan.external();
    if (external.isPresent()) {
      return Launcher.external(new Endpoint(external.get().url(), external.get().headers()));
    }
    LaunchException broken = brokenBuilds.get(target);
    if (broken != null) {
      return (log, readyDeadline, stopDeadline) -> {
        throw broken;
      };
    }
    return Launcher.process(
        manifests.get(target), parameters.get(target), placement.ofTargets(host), processes, ports);
  }

  private TargetSpec external() {
    return plan.targets().getFirst();
  }
}
