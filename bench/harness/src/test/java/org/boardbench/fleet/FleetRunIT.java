package org.boardbench.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.core.RunClock;
import org.boardbench.fleet.coordinator.AgentAddress;
import org.boardbench.fleet.coordinator.RemoteFleet;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.input.InputException;
import org.boardbench.junit.Children;
import org.boardbench.plan.ExternalOptions;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.TrustOptions;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.boardbench.trial.Onlooker;
import org.boardbench.trial.ProjectSpecimen;
import org.boardbench.trial.Sweep;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.EventConsumer;
import org.boardbench.trial.events.RunEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose load is made by other programs. */
@Timeout(600)
@Tag("alone")
class FleetRunIT {
  private static final long SHIFT_S = 1000;

  @TempDir private Path folder;

  private final ReferenceServer server = ReferenceServer.start(FaultScript.none());
  private final List<AgentProcess> agents = new ArrayList<>();
  private Path secretFile;
  private Path out;

  @BeforeEach
  void makeSecret() throws Exception {
    secretFile = secret("secret", "what only this test knows");
    out = folder.resolve("out");
  }

  private Path secret(String name, String text) throws Exception {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @AfterEach
  void endAll() throws Exception {
    for (AgentProcess agent : agents) {
      agent.end();
    }
    server.close();
  }

  private AgentProcess agent(String... launcher) throws Exception {
    AgentProcess agent = new AgentProcess(folder, secretFile, List.of(launcher));
    agents.add(agent);
    return agent;
  }

  private Fleet fleet() throws InputException {
    List<AgentAddress> addresses = agents.stream().map(agent -> agent.address).toList();
    return new RemoteFleet(addresses, FleetSecret.read(secretFile));
  }

  private ExperimentPlan plan(String hold) throws Exception {
    return new PlanReader(Set.of())
        .readExternal(
            new ExternalOptions(
                server.uri().toString(), Optional.empty(), List.of(), TrustOptions.NONE),
            new PlanOverrides(
                Map.of(
                    "--users", "12",
                    "--boards", "6",
                    "--rate", "10",
                    "--ramp", "500ms",
                    "--hold", hold,
                    "--drain", "10s"),
                List.of()));
  }

  private Sweep.Outcome run(String hold, EventBus<RunEvent> events) throws Exception {
    return new Sweep(
            plan(hold), folder, events, List.of(), Onlooker.NONE, Optional.of(fleet()))
        .run(folder, Optional.of(out));
  }

  private CSVRecord onlyRow(String table) throws Exception {
    List<CSVRecord> rows = ProjectSpecimen.rows(out.resolve(table));
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private List<CSVRecord> agentRows() throws Exception {
    return ProjectSpecimen.rows(out.resolve("agents.csv"));
  }

  private String said() {
    return String.join("\n", agents.stream().map(AgentProcess::output).toList());
  }

  @Test
  void threeAgentsStoreOneRunAsIfOneDriverHadMadeIt() throws Exception {
    agent();
    agent();
    agent();

    assertThat(run("3s", EventBus.toNobody())).as(said()).isEqualTo(Sweep.Outcome.ALL_OK);

    CSVRecord row = onlyRow("stages.csv");
    assertThat(row.get("joined")).isEqualTo("12");
    assertThat(row.get("scheduled")).isEqualTo("360");
    assertThat(row.get("sent")).isEqualTo("360");
    assertThat(row.get("expected")).isEqualTo("720");
    assertThat(row.get("lost")).isEqualTo("0");
    assertThat(row.get("ramp_lost")).isEqualTo("0");
    assertThat(row.get("driver_cpu_pct")).isNotEmpty();
    assertThat(row.get("invalid_reasons")).doesNotContain("agent-lost");
    assertThat(agentRows())
        .hasSize(3)
        .allSatisfy(agent -> {
          assertThat(agent.get("boards")).isEqualTo("2");
          assertThat(agent.get("users")).isEqualTo("4");
          assertThat(agent.get("joined")).isEqualTo("4");
          assertThat(agent.get("lost")).isEmpty();
          assertThat(Double.parseDouble(agent.get("clock_error_ms")))
              .isLessThan(Double.parseDouble(agent.get("clock_round_trip_ms")) + 5);
        });
    assertThat(Files.readString(out.resolve("run.json")))
        .contains(agents.getFirst().address.toString());
  }

  /** Does something once, in the hold. */
  private static EventBus<RunEvent> inHold(Runnable then) {
    AtomicBoolean isDone = new AtomicBoolean();
    EventConsumer<RunEvent> consumer =
        new EventConsumer<>() {
          @Override
          public String name() {
            return "who harms an agent";
          }

          @Override
          public void accept(RunEvent event) {
            if (event instanceof RunEvent.StageProgressed step
                && step.progress().phase().equals("hold")
                && isDone.compareAndSet(false, true)) {
              then.run();
            }
          }
        };
    return EventBus.to(List.of(consumer), line -> {});
  }

  private void assertThatTheSecondAgentWasLost(Sweep.Outcome outcome) throws Exception {
    String lost = agents.get(1).address.toString();
    assertThat(outcome).as(said()).isEqualTo(Sweep.Outcome.SOME_FAILED);
    CSVRecord row = onlyRow("stages.csv");
    assertThat(row.get("valid")).isEqualTo("false");
    assertThat(row.get("invalid_reasons")).contains("agent-lost 1 > 0");
    assertThat(row.get("joined")).isEqualTo("8");
    CSVRecord trial = onlyRow("trials.csv");
    assertThat(trial.get("status")).isEqualTo("failed");
    assertThat(trial.get("reason")).startsWith("agent " + lost + " was lost in stage 1: ");
    assertThat(agentRows())
        .filteredOn(agent -> !agent.get("lost").isEmpty())
        .singleElement()
        .satisfies(agent -> assertThat(agent.get("agent")).isEqualTo(lost));
  }

  @Test
  void anAgentThatIsKilledInAHoldMakesItsRowInvalid() throws Exception {
    agent();
    AgentProcess mortal = agent();
    agent();

    assertThatTheSecondAgentWasLost(run("4s", inHold(mortal::kill)));
  }

  @Test
  void anAgentThatStandsStillDoesSoToo() throws Exception {
    agent();
    AgentProcess frozen = agent();
    agent();

    Sweep.Outcome outcome =
        run(
            "2s",
            inHold(() -> {
              try {
                frozen.signal("STOP");
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            }));

    assertThatTheSecondAgentWasLost(outcome);
  }

  @Test
  void whoHasAnotherSecretOrIsNoAgentIsNamedInALine() throws Exception {
    AgentProcess agent = agent();
    FleetSecret other = FleetSecret.of("a secret of somebody else");
    RunClock clock = RunClock.startingNow();
    AgentAddress noAgent = new AgentAddress("127.0.0.1", server.port());
    AgentAddress nobody = new AgentAddress("127.0.0.1", 1);

    try (Fleet fleet = new RemoteFleet(List.of(agent.address), other)) {
      assertThatThrownBy(() -> fleet.join(clock))
          .hasMessage("--agents: " + agent.address + " has another secret");
    }
    try (Fleet fleet = new RemoteFleet(List.of(noAgent, nobody), other)) {
      assertThatThrownBy(() -> fleet.join(clock))
          .hasMessageStartingWith(
              "--agents: " + noAgent + " does not answer as an agent of this version does\n")
          .hasMessageContaining("--agents: " + nobody + " cannot be reached (Connection refused");
    }
    assertThat(agent.said("a coordinator has come")).isFalse();
  }

  @Test
  void theOffsetOfAClockInAnotherTimeNamespaceIsFoundWithinItsError() throws Exception {
    List<String> shifted =
        List.of(
            "unshare", "--time", "--monotonic", Long.toString(SHIFT_S), "--fork", "--kill-child");
    List<String> trial = new ArrayList<>(shifted);
    trial.add("true");
    Process probe = Children.builder(trial).redirectErrorStream(true).start();
    String obstacle = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeThat(probe.waitFor()).as("time namespaces, as root: " + obstacle).isZero();
    agent();
    agent(shifted.toArray(String[]::new));

    assertThat(run("2s", EventBus.toNobody())).as(said()).isEqualTo(Sweep.Outcome.ALL_OK);

    List<CSVRecord> rows = agentRows();
    double apartMs = ms(rows.get(1), "clock_offset_ms") - ms(rows.get(0), "clock_offset_ms");
    double errorMs = ms(rows.get(0), "clock_error_ms") + ms(rows.get(1), "clock_error_ms");
    assertThat(Math.abs(apartMs - 1000.0 * SHIFT_S)).isLessThanOrEqualTo(errorMs + 0.001);
    assertThat(onlyRow("stages.csv").get("lost")).isEqualTo("0");
    assertThat(onlyRow("stages.csv").get("sent")).isEqualTo("240");
  }

  private static double ms(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
