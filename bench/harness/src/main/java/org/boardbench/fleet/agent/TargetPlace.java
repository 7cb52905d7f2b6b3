package org.boardbench.fleet.agent;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.fleet.wire.PlanText;
import org.boardbench.fleet.wire.ToAgent;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.sampling.Component;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.Variant;
import org.boardbench.sut.build.TargetBuilder;
import org.boardbench.sut.build.TargetSources;
import org.boardbench.sut.build.TargetVersions;
import org.boardbench.sut.build.ToolCheck;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.ProcessPlace;
import org.boardbench.sut.manifest.Placeholders;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.OrphanGuard;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.trial.LimitObjections;

/**
 * Where an agent starts targets: as processes of its machine, from its own checkout. What it starts
 * ends with it, however it ends.
 */
final class TargetPlace implements AutoCloseable {
  private final InetAddress at;
  private final HostEnvironment host;
  private final TargetCatalog catalog;
  private final LoopbackPorts ports;
  private final ProcessSet processes = ProcessSet.endingWithTheHarness();
  private final Optional<OwnGroups> groups = OwnGroups.find();

  /** Null until something has been started. */
  private OrphanGuard guard;

  /**
   * @param root the project's folder
   * @param at the only address at which users reach a target
   */
  TargetPlace(Path root, InetAddress at) {
    this.at = at;
    this.host = HostEnvironment.of(root);
    this.catalog = new TargetCatalog(host.root());
    this.ports = LoopbackPorts.alsoAt(at);
  }

  /** A target that can be started here. */
  record Ready(Variant variant, TargetManifest manifest, Map<String, String> parameters) {}

  /**
   * Checks and builds what a coordinator asks for. Of its message only the name of a folder finds a
   * way to the disk, and only that of one that is here.
   *
   * @throws InputException when there is no such target here, or something that it needs is missing
   * @throws LaunchException when it is another one than the coordinator's, or cannot be built
   */
  Ready ready(ToAgent.Prepare asked)
      throws InputException, LaunchException, IOException, InterruptedException {
    Variant variant = PlanText.variant(asked.variant(), new HashSet<>(catalog.names()));
    TargetManifest manifest = catalog.manifests(List.of(variant)).get(variant.name());
    List<Problem> problems = new ArrayList<>();
    if (variant.launcher() != LauncherChoice.PROCESS || !(at instanceof Inet4Address)) {
      problems.add(
          new Problem(
              manifest.name(),
              "needs the launcher process and an agent at an IPv4 address, was %s at %s"
                  .formatted(variant.launcher().key(), at.getHostAddress())));
    }
    problems.addAll(ToolCheck.problems(List.of(manifest), host));
    if (groups.isEmpty()) {
      problems.addAll(LimitObjections.of(List.of(variant)));
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    if (!TargetSources.digest(manifest, host).equals(asked.sources())) {
      throw new LaunchException(
          "targets/%s there is not what it is here: check the same sources out on both machines"
              .formatted(manifest.name()));
    }
    new TargetBuilder(host, processes).build(manifest);
    return new Ready(variant, manifest, manifest.values(variant.parameters()));
  }

  /** Name → version of what it is made of. */
  Map<String, String> versions(Ready of) throws InterruptedException {
    return TargetVersions.of(of.manifest(), host);
  }

  /** Of its server; the ports are open. */
  Map<String, String> environment(Ready of) {
    Map<String, String> values = of.manifest().onOneHost(LoopbackPorts.HOST);
    String front = of.manifest().front();
    values.put(
        front.equals(Component.SERVER) ? Placeholders.HOST : Placeholders.hostOf(front),
        at.getHostAddress());
    values.putAll(of.parameters());
    Map<String, String> environment =
        new HashMap<>(host.allowing(of.manifest().variables()).variables());
    environment.putAll(of.manifest().start().environment(values));
    return environment;
  }

  /** Starts it at the agent's address, and nothing else of it there. */
  synchronized Launcher launcher(Ready of) throws IOException {
    if (guard == null) {
      guard = OrphanGuard.start(host);
    }
    return Launcher.process(
        of.manifest(),
        of.parameters(),
        new ProcessPlace(host, host, groups, of.variant().limits(), at.getHostAddress()),
        processes,
        ports);
  }

  @Override
  public synchronized void close() {
    processes.close();
    if (guard != null) {
      guard.close();
    }
  }
}
