package org.boardbench.clients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.boardbench.calibrate.Calibration;
import org.boardbench.core.EpochClock;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.driver.DriverWarmUp;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.placement.Placement;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.Variant;
import org.boardbench.protocol.Protocols;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.store.clients.ClientShareStore;
import org.boardbench.store.origin.RunOrigin;
import org.boardbench.sut.build.TargetBuilder;
import org.boardbench.sut.build.TargetVersions;
import org.boardbench.sut.build.ToolCheck;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.ProcessPlace;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.Leftovers;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.trial.DriverLoops;
import org.boardbench.trial.ShutdownGuard;

/**
 * One run of several clients: the same load on the same targets with each of them. A client that is
 * missing takes no part, a hold that fails does not stop the others; Ctrl-C does, and keeps what
 * has finished.
 */
public final class ClientShare {
  private final ExperimentPlan plan;
  private final List<String> asked;
  private final Path root;
  private final Consumer<ClientEvent> events;

  /**
   * @param plan its targets, stages and repetitions; each hold has a fresh server and users of its
   *     own
   * @param asked names of clients
   * @param root the project's folder
   * @param events is told of the run's course
   */
  public ClientShare(
      ExperimentPlan plan, List<String> asked, Path root, Consumer<ClientEvent> events) {
    this.plan = plan;
    this.asked = List.copyOf(asked);
    this.root = root;
    this.events = events;
  }

  /** How a run ended. */
  public enum Outcome {
    ALL_OK,
    /** Some hold gave no figures. */
    SOME_FAILED,
    INTERRUPTED
  }

  /**
   * Runs every hold.
   *
   * @param results gets the run's folder, unless {@code out} is given, which is that folder
   * @throws InputException when something is wrong with targets, clients, tools or folder; nothing
   *     has been started then
   * @throws IOException when results cannot be written, or a target cannot be built
   */
  public Outcome run(Path results, Optional<Path> out) throws InputException, IOException {
    try (ShutdownGuard guard = ShutdownGuard.install()) {
      new ClientCatalog(root).check(asked);
      List<Problem> objections = ClientPlan.objections(plan);
      if (!objections.isEmpty()) {
        throw new InputException(objections);
      }
      HostEnvironment host = HostEnvironment.of(root);
      try (ProcessSet processes = ProcessSet.endingWithTheHarness();
          Placement placement = Placement.take(plan.cpus(), host)) {
        Map<String, TargetManifest> targets = checkedTargets(host);
        ClientPrograms programs = ClientPrograms.check(root, asked, host);
        Leftovers.end();
        EpochClock clock = EpochClock.startingNow();
        SocketLoops loops = DriverLoops.chosen(plan);
        RunOrigin origin =
            RunOrigin.here(clock.epoch(), root, DriverLoops.record(loops))
                .on(placement.coresBefore(), placement.cpus());
        try (ClientShareStore store = ClientShareStore.create(results, out, plan, origin)) {
          prepared("Results: " + store.folder());
          HostEnvironment builds = placement.ofBuilds(host);
          build(targets, builds, processes, store);
          programs.build(builds, processes, store, this::prepared);
          Map<String, LoadClient> clients = new LinkedHashMap<>();
          if (asked.contains(ClientRecord.BOARDBENCH)) {
            Optional<String> version = Optional.of(origin.environment().harnessVersion());
            clients.put(ClientRecord.BOARDBENCH, new OwnDriver(plan, loops, clock, version));
          }
          clients.putAll(programs.clients(host, processes, clock));
          prepared("Warming up the driver");
          DriverWarmUp.run(plan, loops, clock);
          Holds holds =
              new Holds(
                  new ClientHold(plan, loops, clock),
                  launchers(targets, placement.targets().on(host), processes),
                  clients,
                  store);
          return holds.run(guard);
        }
      } catch (InterruptedException e) {
        return Outcome.INTERRUPTED;
      }
    }
  }

  private void prepared(String line) {
    events.accept(new ClientEvent.Preparation(line));
  }

  /** Other clients know our wire contract's plain form alone. */
  private Map<String, TargetManifest> checkedTargets(HostEnvironment host)
      throws InputException, InterruptedException {
    Map<String, TargetManifest> targets = new TargetCatalog(root).manifests(plan.variants());
    List<Problem> problems = new ArrayList<>(ToolCheck.problems(targets.values(), host));
    targets.forEach((name, manifest) -> {
      String protocol = manifest.service().protocol();
      if (!protocol.equals(Protocols.USUAL)) {
        problems.add(
            new Problem(
                "targets", "%s speaks %s, which other clients do not".formatted(name, protocol)));
      }
    });
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return targets;
  }

  private void build(
      Map<String, TargetManifest> targets,
      HostEnvironment host,
      ProcessSet processes,
      ClientShareStore store)
      throws IOException, InterruptedException {
    for (Map.Entry<String, TargetManifest> target : targets.entrySet()) {
      prepared("Building " + target.getValue().name() + " if it has changed");
      try {
        new TargetBuilder(host, processes).build(target.getValue());
      } catch (LaunchException broken) {
        throw new IOException(broken.getMessage(), broken);
      }
      store.target(target.getKey(), TargetVersions.of(target.getValue(), host));
    }
  }

  private Map<String, Launcher> launchers(
      Map<String, TargetManifest> targets, HostEnvironment host, ProcessSet processes)
      throws InputException {
    LoopbackPorts ports = new LoopbackPorts();
    Map<String, Launcher> launchers = new LinkedHashMap<>();
    for (Variant variant : plan.variants()) {
      TargetManifest manifest = targets.get(variant.name());
      launchers.put(
          variant.name(),
          Launcher.process(
              manifest,
              manifest.values(variant.parameters()),
              ProcessPlace.anywhere(host),
              processes,
              ports));
    }
    return launchers;
  }

  /** All holds in their order. */
  private final class Holds {
    private final ClientHold hold;
    private final Map<String, Launcher> launchers;
    private final Map<String, LoadClient> clients;
    private final ClientShareStore store;

    Holds(
        ClientHold hold,
        Map<String, Launcher> launchers,
        Map<String, LoadClient> clients,
        ClientShareStore store) {
      this.hold = hold;
      this.launchers = launchers;
      this.clients = clients;
      this.store = store;
    }

    Outcome run(ShutdownGuard guard) throws IOException, InterruptedException {
      List<PlannedHold> planned = ClientRounds.of(plan, List.copyOf(clients.keySet()));
      events.accept(new ClientEvent.HoldsPlanned(planned));
      Outcome outcome = Outcome.ALL_OK;
      for (PlannedHold next : planned) {
        events.accept(new ClientEvent.HoldStarted(next));
        ClientRecord row = drive(next);
        if (guard.isShuttingDown()) {
          return Outcome.INTERRUPTED;
        }
        store.append(row);
        events.accept(new ClientEvent.HoldEnded(next, row));
        outcome = row.failure().isPresent() ? Outcome.SOME_FAILED : outcome;
      }
      store.complete();
      return outcome;
    }

    private ClientRecord drive(PlannedHold next) throws IOException, InterruptedException {
      LoadClient client = clients.get(next.client());
      ClientRecord.Key key =
          new ClientRecord.Key(
              store.runId(),
              next.target().name(),
              client.name(),
              client.version(),
              next.repetition(),
              next.order());
      return hold.drive(
          key,
          client,
          ClientLoad.of(plan, next.stage()),
          launchers.get(next.target().name()),
          next.target().target().equals(Calibration.REFERENCE),
          store.trialFolder(next.id()));
    }
  }
}
