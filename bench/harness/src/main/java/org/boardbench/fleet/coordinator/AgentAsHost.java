package org.boardbench.fleet.coordinator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.boardbench.core.Endpoint;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.core.ServerText;
import org.boardbench.fleet.FleetException;
import org.boardbench.fleet.TargetHost;
import org.boardbench.fleet.wire.PlanText;
import org.boardbench.fleet.wire.ToAgent;
import org.boardbench.fleet.wire.ToCoordinator;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.plan.model.Variant;
import org.boardbench.sut.build.TargetSources;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;

/** The machine of an agent, on which targets are started. */
final class AgentAsHost implements TargetHost {
  /** A target has a few commands, and each may take ten minutes. */
  private static final Duration BUILD = Duration.ofMinutes(40);

  private final AgentAddress address;
  private final Supplier<AgentLink> link;

  /**
   * @param link the one there is at the moment: a lost one is followed by another
   */
  AgentAsHost(AgentAddress address, Supplier<AgentLink> link) {
    this.address = address;
    this.link = link;
  }

  @Override
  public String name() {
    return "agent " + address;
  }

  @Override
  public Prepared prepare(Variant variant, TargetManifest manifest, HostEnvironment here)
      throws LaunchException, InterruptedException {
    return switch (link.get().ask(asked(variant, manifest, here), BUILD)) {
      case ToCoordinator.Prepared of -> new Prepared(of.versions(), of.environment());
      case ToCoordinator.Unable why -> throw unable(why);
      case ToCoordinator.OfTarget _ -> throw confused();
    };
  }

  private static ToAgent.Prepare asked(
      Variant variant, TargetManifest manifest, HostEnvironment here)
      throws LaunchException, InterruptedException {
    try {
      return new ToAgent.Prepare(PlanText.of(variant), TargetSources.digest(manifest, here));
    } catch (IOException e) {
      throw new LaunchException(manifest.name() + " cannot be read: " + e, e);
    }
  }

  private LaunchException unable(ToCoordinator.Unable why) {
    return new LaunchException(name() + ": " + ServerText.lines(why.reason()));
  }

  private FleetException confused() {
    return new FleetException(name() + " has answered something else");
  }

  @Override
  public Launcher launcher(Variant variant, TargetManifest manifest, HostEnvironment here) {
    return (log, readyDeadline, stopDeadline) ->
        launch(asked(variant, manifest, here), manifest, log, readyDeadline, stopDeadline);
  }

  private RunningTarget launch(
      ToAgent.Prepare asked,
      TargetManifest manifest,
      Path log,
      Duration readyDeadline,
      Duration stopDeadline)
      throws LaunchException, InterruptedException {
    AgentLink agent = link.get();
    ToAgent.Launch order =
        new ToAgent.Launch(asked, readyDeadline.toNanos(), stopDeadline.toNanos());
    // It builds first, where it has been started anew.
    RemoteLog output = new RemoteLog(agent, log, stopDeadline);
    return switch (agent.ask(order, BUILD.plus(readyDeadline))) {
      case ToCoordinator.Launched of when !of.ports().isEmpty() ->
          new RemoteTarget(agent, endpoint(manifest, of.ports()), output);
      case ToCoordinator.Unable why -> {
        output.fetch();
        throw unable(why);
      }
      case ToCoordinator.OfTarget _ -> throw confused();
    };
  }

  /** At the address by which this machine knows the agent, whatever that says of itself. */
  private Endpoint endpoint(TargetManifest manifest, List<Integer> ports) {
    URI uri = LoopbackPorts.uri("ws", address.host(), ports.getFirst(), manifest.service().path());
    return new Endpoint(uri, Map.of(), ports.subList(1, ports.size()));
  }
}
