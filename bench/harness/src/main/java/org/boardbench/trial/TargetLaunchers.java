package org.boardbench.trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.plan.ExternalSpec;
import org.boardbench.plan.LauncherChoice;
import org.boardbench.plan.LimitsSpec;
import org.boardbench.plan.PlanException;
import org.boardbench.plan.PlannedTrial;
import org.boardbench.plan.Problem;
import org.boardbench.plan.Sizes;
import org.boardbench.plan.TargetSpec;
import org.boardbench.plan.TrustOptions;
import org.boardbench.plan.TrustSpec;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.store.ImageRecord;
import org.boardbench.store.ResultStore;
import org.boardbench.store.TargetRecord;
import org.boardbench.target.Component;
import org.boardbench.target.Endpoint;
import org.boardbench.target.HostEnvironment;
import org.boardbench.target.LaunchException;
import org.boardbench.target.Launcher;
import org.boardbench.target.LoopbackPorts;
import org.boardbench.target.Placement;
import org.boardbench.target.ProcessPlace;
import org.boardbench.target.ProcessSet;
import org.boardbench.target.TargetBuilder;
import org.boardbench.target.TargetCatalog;
import org.boardbench.target.TargetManifest;
import org.boardbench.target.TargetVersions;
import org.boardbench.target.ToolCheck;
import org.boardbench.target.cgroup.OwnGroups;
import org.boardbench.target.docker.DockerTarget;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.RunEvent;

/** The targets of one run: checked before anything starts, made ready once, launched each trial. */
final class TargetLaunchers {
  private static final String UNCHECKED =
      "Note: certificates are not checked (%s): whoever answers at the address is measured"
          .formatted(TrustOptions.INSECURE);

  private final ExperimentPlan plan;
  private final HostEnvironment host;
  private final Placement placement;
  private final ProcessSet processes;
  private final LoopbackPorts ports = new LoopbackPorts();
  private final Optional<OwnGroups> groups = OwnGroups.find();
  private final Map<String, TargetManifest> manifests;
  private final Map<String, Map<String, String>> parameters = new HashMap<>();
  private final Map<String, Launcher> launchers = new HashMap<>();

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
   * Checks manifests, parameters, tools and the engine; starts nothing.
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
    List<Problem> problems =
        new ArrayList<>(ToolCheck.problems(of(LauncherChoice.PROCESS, plan, manifests), host));
    List<TargetManifest> contained = of(LauncherChoice.DOCKER, plan, manifests);
    contained.forEach(manifest -> problems.addAll(DockerTarget.objections(manifest)));
    if (!contained.isEmpty()) {
      DockerTarget.engineProblem(host).ifPresent(problems::add);
    }
    if (contained.size() < plan.targets().size()) {
      problems.addAll(limitObjections(plan.launch().limits()));
    }
    if (!problems.isEmpty()) {
      throw new PlanException(problems);
    }
    return new TargetLaunchers(plan, host, placement, processes, manifests);
  }

  private static List<Problem> limitObjections(LimitsSpec limits) {
    List<Problem> problems = new ArrayList<>();
    if (!limits.equals(LimitsSpec.NONE) && OwnGroups.find().isEmpty()) {
      String why =
          "needs control groups of this harness's own, which the process launcher cannot make here:"
              + " run it as root, or in a delegated group"
              + " (systemd-run --user --scope -p Delegate=yes), or use --launcher docker, was ";
      limits.cpus().ifPresent(cpus -> problems.add(new Problem("limits.cpus", why + cpus)));
      limits
          .memoryBytes()
          .ifPresent(
              bytes -> problems.add(new Problem("limits.memory", why + Sizes.format(bytes))));
    }
    return problems;
  }

  private static List<TargetManifest> of(
      LauncherChoice launcher, ExperimentPlan plan, Map<String, TargetManifest> manifests) {
    return plan.targets().stream()
        .filter(target -> plan.launcher(target) == launcher)
        .map(target -> manifests.get(target.name()))
        .toList();
  }

  /**
   * Makes the targets of {@code trials} ready, by building what has changed or by finding their
   * images, and records what they are made of. A target that cannot be made ready fails its trials,
   * not the run.
   */
  void prepare(List<PlannedTrial> trials, ResultStore store, EventBus<RunEvent> events)
      throws IOException, InterruptedException {
    if (plan.external().isPresent()) {
      String name = plan.targets().getFirst().name();
      store.append(TargetRecord.external(name));
      if (plan.external().get().trust() instanceof TrustSpec.Unchecked) {
        events.publish(new RunEvent.Noted(UNCHECKED));
      }
      return;
    }
    Set<String> prepared = new HashSet<>();
    Map<String, String> localBases = new TreeMap<>();
    List<TargetRecord> records = new ArrayList<>();
    for (PlannedTrial trial : trials) {
      TargetSpec target = trial.target();
      if (prepared.add(target.name())) {
        TargetRecord record =
            plan.launcher(target) == LauncherChoice.DOCKER
                ? contained(target)
                : built(target, events);
        store.append(record);
        records.add(record);
        record
            .images()
            .forEach(
                image -> image.localBase().ifPresent(base -> localBases.put(image.name(), base)));
      }
    }
    if (!localBases.isEmpty()) {
      events.publish(new RunEvent.ImagesOnLocalBases(localBases));
    }
    CompanionVersions.differences(records)
        .forEach(sentence -> events.publish(new RunEvent.Noted(sentence)));
  }

  private TargetRecord built(TargetSpec target, EventBus<RunEvent> events)
      throws InterruptedException {
    TargetManifest manifest = manifests.get(target.name());
    try {
      events.publish(new RunEvent.BuildStarted(manifest.name(), TargetBuilder.log(manifest)));
      new TargetBuilder(placement.ofBuilds(host), processes).build(manifest);
      launchers.put(
          target.name(),
          Launcher.process(
              manifest,
              parameters.get(target.name()),
              new ProcessPlace(
                  placement.targets().on(host),
                  placement.companions().on(host),
                  groups,
                  plan.launch().limits()),
              processes,
              ports));
    } catch (LaunchException broken) {
      launchers.put(target.name(), failing(broken));
    }
    return record(
        target,
        TargetVersions.of(manifest, host),
        List.of(),
        host.allowing(manifest.variables()).variables());
  }

  private TargetRecord contained(TargetSpec target) throws InterruptedException {
    TargetManifest manifest = manifests.get(target.name());
    try {
      DockerTarget containers = DockerTarget.find(manifest, host);
      launchers.put(
          target.name(),
          Launcher.of(
              manifest,
              parameters.get(target.name()),
              containers.starter(plan.launch().limits(), cpus(manifest), processes),
              ports));
      List<ImageRecord> images = new ArrayList<>();
      containers
          .images()
          .forEach((component, image) ->
              images.add(
                  new ImageRecord(
                      component, image.name(), image.id(), image.digests(), image.localBase())));
      return record(
          target,
          containers.versions(),
          images,
          containers.images().get(Component.SERVER).environment());
    } catch (LaunchException missing) {
      launchers.put(target.name(), failing(missing));
      return record(target, Map.of(), List.of(), Map.of());
    }
  }

  /** To which each component is pinned. */
  private Map<String, String> cpus(TargetManifest manifest) {
    Map<String, String> cpus = new HashMap<>();
    placement.targets().planned().ifPresent(list -> cpus.put(Component.SERVER, list));
    for (String companion : manifest.companions().keySet()) {
      placement.companions().planned().ifPresent(list -> cpus.put(companion, list));
    }
    return cpus;
  }

  /**
   * @param given the environment that the server has beside what its manifest says; empty when it
   *     does not start
   */
  private TargetRecord record(
      TargetSpec target,
      Map<String, String> versions,
      List<ImageRecord> images,
      Map<String, String> given) {
    TargetManifest manifest = manifests.get(target.name());
    Map<String, String> values = parameters.get(target.name());
    Map<String, String> environment = new HashMap<>(given);
    if (!given.isEmpty()) {
      environment.putAll(manifest.environment(values));
    }
    Map<String, Map<String, String>> companions = new HashMap<>();
    manifest
        .companions()
        .forEach((name, companion) -> {
          Map<String, String> own = new HashMap<>(versions);
          own.keySet().retainAll(companion.versions().keySet());
          companions.put(name, own);
        });
    return new TargetRecord(
        target.name(),
        plan.launcher(target).key(),
        versions,
        values,
        images,
        environment,
        companions);
  }

  private static Launcher failing(LaunchException reason) {
    return (log, readyDeadline, stopDeadline) -> {
      throw reason;
    };
  }

  Protocol protocol(String target) {
    String name =
        plan.external()
            .map(ExternalSpec::protocol)
            .orElseGet(() -> manifests.get(target).protocol());
    return Protocols.named(name)
        .orElseThrow(() -> new IllegalStateException("no protocol is called " + name));
  }

  /** Starts a fresh target; one that could not be made ready throws the reason at launch. */
  Launcher launcher(String target) {
    Optional<ExternalSpec> external = plan.external();
    return external.isPresent()
        ? Launcher.external(new Endpoint(external.get().url(), external.get().headers()))
        : launchers.get(target);
  }
}
