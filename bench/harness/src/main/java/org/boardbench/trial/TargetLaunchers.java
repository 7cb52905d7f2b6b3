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
import org.boardbench.core.Endpoint;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.fleet.TargetHost;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.placement.Placement;
import org.boardbench.host.sampling.Component;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.TrustOptions;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ExternalSpec;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.PlannedTrial;
import org.boardbench.plan.model.TemplateSpec;
import org.boardbench.plan.model.TrustSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.protocol.template.TemplateProtocol;
import org.boardbench.store.ImageRecord;
import org.boardbench.store.ResultStore;
import org.boardbench.store.TargetRecord;
import org.boardbench.sut.build.TargetBuilder;
import org.boardbench.sut.build.TargetVersions;
import org.boardbench.sut.build.ToolCheck;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.ProcessPlace;
import org.boardbench.sut.launch.docker.DockerTarget;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.trial.fault.FaultMeans;
import org.boardbench.trial.fault.FaultObjections;

/** The targets of one run: checked before anything starts, made ready once, launched each trial. */
final class TargetLaunchers implements AutoCloseable {
  private static final String UNCHECKED =
      "Note: certificates are not checked (%s): whoever answers at the address is measured"
          .formatted(TrustOptions.INSECURE);

  private final ExperimentPlan plan;
  private final HostEnvironment host;
  private final Placement placement;
  private final ProcessSet processes;
  private final ClusterTargets pods;
  private final LoopbackPorts ports = new LoopbackPorts();
  private final Optional<OwnGroups> groups = OwnGroups.find();
  private final Map<String, TargetManifest> manifests;
  private final Map<String, Map<String, String>> parameters = new HashMap<>();
  private final Map<String, Launcher> launchers = new HashMap<>();
  private final Map<String, Optional<LaunchException>> builds = new HashMap<>();

  /** Where processes are started; empty for this machine. */
  private Optional<TargetHost> elsewhere = Optional.empty();

  private TargetLaunchers(
      ExperimentPlan plan,
      HostEnvironment host,
      Placement placement,
      ProcessSet processes,
      ClusterTargets pods,
      Map<String, TargetManifest> manifests)
      throws InputException {
    this.plan = plan;
    this.host = host;
    this.placement = placement;
    this.processes = processes;
    this.pods = pods;
    this.manifests = manifests;
    for (Variant variant : plan.variants()) {
      if (manifests.containsKey(variant.name())) {
        parameters.put(variant.name(), manifests.get(variant.name()).values(variant.parameters()));
      }
    }
  }

  /**
   * Checks manifests, parameters, tools, the engine and the cluster; starts nothing.
   *
   * @throws InputException with every problem found
   */
  static TargetLaunchers check(
      ExperimentPlan plan, HostEnvironment host, Placement placement, ProcessSet processes)
      throws InputException, InterruptedException {
    if (plan.external().isPresent()) {
      throwIfAny(FaultObjections.of(plan, Map.of(), FaultMeans.NONE));
      return new TargetLaunchers(
          plan, host, placement, processes, ClusterTargets.none(plan), Map.of());
    }
    Map<String, TargetManifest> manifests =
        new TargetCatalog(host.root()).manifests(plan.variants());
    List<TargetManifest> started = of(LauncherChoice.PROCESS, plan, manifests);
    boolean isElsewhere = plan.launch().sut().isPresent();
    List<Problem> problems = new ArrayList<>();
    if (!isElsewhere) { // else tools and control groups are needed there
      problems.addAll(ToolCheck.problems(started, host));
    }
    List<TargetManifest> contained = of(LauncherChoice.DOCKER, plan, manifests);
    contained.forEach(
        manifest -> problems.addAll(DockerTarget.objections(manifest, LauncherChoice.DOCKER)));
    problems.addAll(TargetObjections.of(plan, manifests));
    if (!contained.isEmpty()) {
      DockerTarget.engineProblem(host).ifPresent(problems::add);
    }
    if (!isElsewhere && OwnGroups.find().isEmpty()) {
      problems.addAll(LimitObjections.of(in(LauncherChoice.PROCESS, plan)));
    }
    problems.addAll(FaultObjections.of(plan, manifests, FaultMeans.here(plan)));
    ClusterTargets pods = ClusterTargets.check(plan, manifests, problems);
    if (!problems.isEmpty()) {
      pods.close();
    }
    throwIfAny(problems.stream().distinct().toList());
    return new TargetLaunchers(plan, host, placement, processes, pods, manifests);
  }

  /** From now on processes are started there, where there is one. */
  void on(Optional<TargetHost> host) {
    elsewhere = host;
  }

  private static void throwIfAny(List<Problem> problems) throws InputException {
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }

  private static List<Variant> in(LauncherChoice launcher, ExperimentPlan plan) {
    return plan.variants().stream().filter(one -> one.launcher() == launcher).toList();
  }

  /** Each once, however many variants it has, but for those with another balancer. */
  private static List<TargetManifest> of(
      LauncherChoice launcher, ExperimentPlan plan, Map<String, TargetManifest> manifests) {
    return in(launcher, plan).stream().map(one -> manifests.get(one.name())).distinct().toList();
  }

  /**
   * Makes the targets of {@code trials} ready, by building what has changed or by finding their
   * images, and records what they are made of. A target that cannot be made ready fails its trials,
   * not the run.
   */
  void prepare(List<PlannedTrial> trials, ResultStore store, EventBus<RunEvent> events)
      throws IOException, InterruptedException {
    if (plan.external().isPresent()) {
      store.append(TargetRecord.external(plan.variants().getFirst()));
      if (plan.external().get().trust() instanceof TrustSpec.Unchecked) {
        events.publish(new RunEvent.Noted(UNCHECKED));
      }
      return;
    }
    pods.begin().ifPresent(sentence -> events.publish(new RunEvent.Noted(sentence)));
    Set<String> prepared = new HashSet<>();
    Map<String, String> localBases = new TreeMap<>();
    List<TargetRecord> records = new ArrayList<>();
    for (PlannedTrial trial : trials) {
      Variant variant = trial.variant();
      if (prepared.add(variant.name())) {
        TargetRecord record =
            switch (variant.launcher()) {
              case PROCESS ->
                  elsewhere.isPresent()
                      ? builtOn(elsewhere.get(), variant, events)
                      : built(variant, events);
              case DOCKER -> contained(variant);
              case KUBERNETES -> inPods(variant);
            };
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

  private TargetRecord built(Variant variant, EventBus<RunEvent> events)
      throws InterruptedException {
    TargetManifest manifest = manifests.get(variant.name());
    try {
      build(manifest, events);
      launchers.put(
          variant.name(),
          Launcher.process(
              manifest,
              parameters.get(variant.name()),
              new ProcessPlace(
                  placement.targets().on(host),
                  placement.companions().on(host),
                  groups,
                  variant.limits()),
              processes,
              ports,
              plan.slowSides()));
    } catch (LaunchException broken) {
      launchers.put(variant.name(), failing(broken));
    }
    return record(
        variant,
        TargetVersions.of(manifest, host),
        List.of(),
        environment(variant, host.allowing(manifest.variables()).variables()));
  }

  private TargetRecord builtOn(TargetHost there, Variant variant, EventBus<RunEvent> events)
      throws InterruptedException {
    TargetManifest manifest = manifests.get(variant.name());
    events.publish(
        new RunEvent.Noted("%s is made ready on %s".formatted(variant.name(), there.name())));
    try {
      TargetHost.Prepared prepared = there.prepare(variant, manifest, host);
      launchers.put(variant.name(), there.launcher(variant, manifest, host));
      return record(variant, prepared.versions(), List.of(), prepared.environment())
          .reachedBy(there.name());
    } catch (LaunchException broken) {
      launchers.put(variant.name(), failing(broken));
      return record(variant, Map.of(), List.of(), Map.of()).reachedBy(there.name());
    }
  }

  /** Once, however many variants it has; one that failed fails them all. */
  private void build(TargetManifest manifest, EventBus<RunEvent> events)
      throws LaunchException, InterruptedException {
    if (!builds.containsKey(manifest.name())) {
      events.publish(new RunEvent.BuildStarted(manifest.name(), TargetBuilder.log(manifest)));
      Optional<LaunchException> failure = Optional.empty();
      try {
        new TargetBuilder(placement.ofBuilds(host), processes).build(manifest);
      } catch (LaunchException broken) {
        failure = Optional.of(broken);
      }
      builds.put(manifest.name(), failure);
    }
    if (builds.get(manifest.name()).isPresent()) {
      throw builds.get(manifest.name()).get();
    }
  }

  private TargetRecord contained(Variant variant) throws InterruptedException {
    TargetManifest manifest = manifests.get(variant.name());
    try {
      DockerTarget containers = DockerTarget.find(manifest, host);
      launchers.put(
          variant.name(),
          Launcher.of(
              manifest,
              parameters.get(variant.name()),
              containers.starter(variant.limits(), cpus(manifest), processes),
              ports));
      List<ImageRecord> images = new ArrayList<>();
      containers
          .images()
          .forEach((component, image) ->
              images.add(
                  new ImageRecord(
                      component, image.name(), image.id(), image.digests(), image.localBase())));
      return record(
          variant,
          containers.versions(),
          images,
          environment(variant, containers.images().get(Component.SERVER).environment()));
    } catch (LaunchException missing) {
      launchers.put(variant.name(), failing(missing));
      return record(variant, Map.of(), List.of(), Map.of());
    }
  }

  private TargetRecord inPods(Variant variant) {
    TargetManifest manifest = manifests.get(variant.name());
    Map<String, String> values = parameters.get(variant.name());
    launchers.put(variant.name(), pods.launcher(variant, manifest, values, ports));
    return record(
            variant, pods.versions(), pods.images(manifest), manifest.start().environment(values))
        .reachedBy(pods.wayToServers());
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

  /** Of a server on this machine, of which {@code given} is what every server has. */
  private Map<String, String> environment(Variant variant, Map<String, String> given) {
    TargetManifest manifest = manifests.get(variant.name());
    Map<String, String> values = manifest.onOneHost(LoopbackPorts.HOST);
    values.putAll(parameters.get(variant.name()));
    Map<String, String> environment = new HashMap<>(given);
    environment.putAll(manifest.start().environment(values));
    return environment;
  }

  /**
   * @param environment of the server; empty when it does not start
   */
  private TargetRecord record(
      Variant variant,
      Map<String, String> versions,
      List<ImageRecord> images,
      Map<String, String> environment) {
    TargetManifest manifest = manifests.get(variant.name());
    Map<String, String> values = parameters.get(variant.name());
    Map<String, Map<String, String>> companions = new HashMap<>();
    manifest
        .companions()
        .forEach((name, companion) -> {
          Map<String, String> own = new HashMap<>(versions);
          own.keySet().retainAll(companion.versions().keySet());
          companions.put(name, own);
        });
    return new TargetRecord(
        variant, variant.launcher().key(), versions, values, images, environment, companions);
  }

  private static Launcher failing(LaunchException reason) {
    return (log, readyDeadline, stopDeadline) -> {
      throw reason;
    };
  }

  Protocol protocol(String target) {
    Optional<TemplateSpec> template = template(target);
    if (template.isPresent()) {
      return new TemplateProtocol(template.get().template());
    }
    String name =
        plan.external()
            .map(ExternalSpec::protocol)
            .orElseGet(() -> manifests.get(target).service().protocol());
    return Protocols.named(name)
        .orElseThrow(() -> new IllegalStateException("no protocol is called " + name));
  }

  private Optional<TemplateSpec> template(String target) {
    return plan.external().isPresent()
        ? plan.external().get().template()
        : plan.variants().stream()
            .filter(variant -> variant.name().equals(target))
            .findFirst()
            .flatMap(Variant::template);
  }

  /** Removes what is left of the run in a cluster. */
  @Override
  public void close() {
    pods.close();
  }

  /** Starts a fresh target; one that could not be made ready throws the reason at launch. */
  Launcher launcher(String target) {
    Optional<ExternalSpec> external = plan.external();
    return external.isPresent()
        ? Launcher.external(new Endpoint(external.get().url(), external.get().headers()))
        : launchers.get(target);
  }
}
