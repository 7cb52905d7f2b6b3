package org.boardbench.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.fleet.coordinator.AgentAddress;
import org.boardbench.fleet.coordinator.RemoteFleet;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.input.InputException;
import org.boardbench.junit.Patience;
import org.boardbench.plan.ExternalOptions;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.TrustOptions;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.reference.Counts;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.boardbench.reference.ServerSettings;
import org.boardbench.store.StageRow;
import org.boardbench.trial.Onlooker;
import org.boardbench.trial.ProjectSpecimen;
import org.boardbench.trial.Sweep;
import org.boardbench.trial.events.EventBus;

/** A server, agents that are programs of their own, and runs that let these make the load. */
final class FleetScene {
  private static final String LOOPBACK = "127.0.0.1";

  final ReferenceServer server;
  final List<AgentProcess> agents = new ArrayList<>();

  /** The server's books at the end of each stage. */
  final List<Counts> books = new ArrayList<>();

  private final Path folder;
  private final Path secretFile;
  private Path out;
  private int runs;

  /**
   * @param settings of the server
   */
  FleetScene(Path folder, ServerSettings settings) throws IOException {
    this.folder = folder;
    this.secretFile = folder.resolve("secret");
    Files.writeString(secretFile, "what only this test knows");
    Files.setPosixFilePermissions(secretFile, PosixFilePermissions.fromString("rw-------"));
    this.server = ReferenceServer.start(settings);
  }

  /** With everything at the loopback address. */
  static FleetScene here(Path folder) throws IOException {
    return new FleetScene(folder, ServerSettings.of(FaultScript.none()));
  }

  /** One at the loopback address. */
  AgentProcess agent(String... launcher) throws Exception {
    return agent(new AgentAddress(LOOPBACK, FreePorts.withNeighbours()), List.of(launcher));
  }

  AgentProcess agent(AgentAddress address, List<String> launcher) throws Exception {
    AgentProcess agent = new AgentProcess(folder, secretFile, address, launcher);
    agents.add(agent);
    return agent;
  }

  /**
   * Runs what the options of a command line ask for, into a folder of its own.
   *
   * @param inHold is done when the first hold begins
   */
  Sweep.Outcome run(Map<String, String> options, Runnable inHold) throws Exception {
    return run(plan(options), agents, inHold);
  }

  /** The same for a plan of targets in the scene's folder, from where agents start them too. */
  Sweep.Outcome run(ExperimentPlan plan, List<AgentProcess> drivers, Runnable inHold)
      throws Exception {
    runs++;
    out = folder.resolve("out" + runs);
    List<AgentAddress> addresses = drivers.stream().map(agent -> agent.address).toList();
    Fleet fleet = new RemoteFleet(addresses, FleetSecret.read(secretFile));
    return new Sweep(
            plan,
            folder,
            EventBus.toNobody(),
            List.of(),
            scene -> new Watch(inHold),
            Optional.of(fleet))
        .run(folder, Optional.of(out));
  }

  private ExperimentPlan plan(Map<String, String> options) throws InputException {
    Map<String, String> all = new HashMap<>(Map.of("--ramp", "500ms", "--drain", "10s"));
    all.putAll(options);
    return new PlanReader(Set.of())
        .readExternal(
            new ExternalOptions(
                server.uri().toString(), Optional.empty(), List.of(), TrustOptions.NONE),
            new PlanOverrides(all, List.of()));
  }

  /** Harms in the first hold, and reads the server's books. */
  private final class Watch implements Onlooker.Watch {
    private Runnable then;

    Watch(Runnable then) {
      this.then = then;
    }

    @Override
    public void holdStarted(StageSpec stage, long startNs) {
      then.run();
      then = () -> {};
    }

    @Override
    public void stageEnded(StageRow row, OptionalDouble cpuPct) {
      books.add(server.counts());
    }
  }

  /** Of the last run. */
  List<CSVRecord> rows(String table) throws IOException {
    return ProjectSpecimen.rows(out.resolve(table));
  }

  CSVRecord onlyRow(String table) throws IOException {
    List<CSVRecord> rows = rows(table);
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  /** What the target of the only trial said. */
  String targetLog() throws IOException {
    Path trial = out.resolve("trials").resolve(onlyRow("trials.csv").get("trial_id"));
    return Files.readString(trial.resolve("target.log"));
  }

  /** One of the scene's folder, on the machine of an agent. */
  ExperimentPlan planOn(AgentProcess host) throws Exception {
    return new ProjectSpecimen(folder)
        .plan(
            """
            targets: [ board ]
            sut: { host: "%s" }
            workload: { boards: 2, rate: 10 }
            stages: [ { users: 6, ramp: 500ms, hold: 3s } ]
            """
                .formatted(host.address));
  }

  String runJson() throws IOException {
    return Files.readString(out.resolve("run.json"));
  }

  /** What the agents said, for a test that fails. */
  String said() {
    return String.join("\n", agents.stream().map(AgentProcess::output).toList());
  }

  /** Of an agent that was lost in the first stage the row, the trial and the table tell. */
  void assertThatOneWasLost(AgentProcess lost, Sweep.Outcome outcome, String why, int usersLeft)
      throws Exception {
    String name = lost.address.toString();
    assertThat(outcome).as(said()).isEqualTo(Sweep.Outcome.SOME_FAILED);
    CSVRecord row = onlyRow("stages.csv");
    assertThat(row.get("valid")).isEqualTo("false");
    assertThat(row.get("invalid_reasons")).contains("agent-lost 1 > 0");
    assertThat(row.get("joined")).isEqualTo(Integer.toString(usersLeft));
    CSVRecord trial = onlyRow("trials.csv");
    assertThat(trial.get("status")).isEqualTo("failed");
    assertThat(trial.get("reason")).isEqualTo("agent " + name + " was lost in stage 1: " + why);
    assertThat(rows("agents.csv"))
        .filteredOn(agent -> !agent.get("lost").isEmpty())
        .singleElement()
        .satisfies(agent -> assertThat(agent.get("agent")).isEqualTo(name));
  }

  /** Those who can still be asked have let the run go, and none of their users is left. */
  void assertThatNothingIsLeft(AgentProcess... living) throws InterruptedException {
    for (AgentProcess agent : living) {
      Patience.await("the agent is free again", () -> agent.said("its coordinator has gone"));
    }
    Patience.await("no user is left", () -> server.connections() == 0);
  }

  void end() throws InterruptedException {
    for (AgentProcess agent : agents) {
      agent.end();
    }
    server.close();
  }
}
