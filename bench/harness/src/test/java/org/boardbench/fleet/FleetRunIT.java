package org.boardbench.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.core.RunClock;
import org.boardbench.fleet.coordinator.AgentAddress;
import org.boardbench.fleet.coordinator.RemoteFleet;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.junit.Children;
import org.boardbench.junit.Patience;
import org.boardbench.junit.TakesLong;
import org.boardbench.trial.Sweep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose load is made by other programs of this machine. */
@Timeout(600)
class FleetRunIT {
  @TempDir private Path folder;
  private FleetScene scene;

  @BeforeEach
  void start() throws Exception {
    scene = FleetScene.here(folder);
  }

  @AfterEach
  void end() throws Exception {
    scene.end();
  }

  private static void harmNobody() {}

  private static Map<String, String> twelveUsers(String hold) {
    return Map.of("--users", "12", "--boards", "6", "--rate", "10", "--hold", hold);
  }

  @Test
  void threeAgentsStoreOneRunAsIfOneDriverHadMadeIt() throws Exception {
    scene.agent();
    scene.agent();
    scene.agent();

    assertThat(scene.run(twelveUsers("3s"), FleetRunIT::harmNobody))
        .as(scene.said())
        .isEqualTo(Sweep.Outcome.ALL_OK);

    CSVRecord row = scene.onlyRow("stages.csv");
    assertThat(row.get("joined")).isEqualTo("12");
    assertThat(row.get("scheduled")).isEqualTo("360");
    assertThat(row.get("sent")).isEqualTo("360");
    assertThat(row.get("expected")).isEqualTo("720");
    assertThat(row.get("lost")).isEqualTo("0");
    assertThat(row.get("ramp_lost")).isEqualTo("0");
    assertThat(row.get("driver_cpu_pct")).isNotEmpty();
    assertThat(row.get("invalid_reasons")).doesNotContain("agent-lost");
    assertThat(scene.rows("agents.csv"))
        .hasSize(3)
        .allSatisfy(agent -> {
          assertThat(agent.get("boards")).isEqualTo("2");
          assertThat(agent.get("users")).isEqualTo("4");
          assertThat(agent.get("joined")).isEqualTo("4");
          assertThat(agent.get("lost")).isEmpty();
          assertThat(ms(agent, "clock_error_ms")).isPositive();
          assertThat(agent.get("run_delay_pct")).isNotEmpty();
        });
    assertThat(scene.runJson()).contains(scene.agents.getFirst().address.toString());
    scene.assertThatNothingIsLeft(scene.agents.toArray(AgentProcess[]::new));
  }

  @Test
  @TakesLong
  void anAgentServesOneRunAfterTheOther() throws Exception {
    scene.agent();

    for (int run = 1; run <= 2; run++) {
      assertThat(scene.run(twelveUsers("1s"), FleetRunIT::harmNobody))
          .as(scene.said())
          .isEqualTo(Sweep.Outcome.ALL_OK);
      assertThat(scene.onlyRow("stages.csv").get("sent")).isEqualTo("120");
    }
  }

  @Test
  @TakesLong
  void anAgentThatIsKilledInAHoldMakesItsRowInvalid() throws Exception {
    AgentProcess one = scene.agent();
    AgentProcess mortal = scene.agent();
    AgentProcess other = scene.agent();

    Sweep.Outcome outcome = scene.run(twelveUsers("4s"), mortal::kill);

    scene.assertThatOneWasLost(mortal, outcome, "it has ended, or was not heard for seconds", 8);
    scene.assertThatNothingIsLeft(one, other);
  }

  @Test
  @TakesLong
  void anAgentThatStandsStillDoesSoToo() throws Exception {
    scene.agent();
    AgentProcess frozen = scene.agent();
    scene.agent();

    Sweep.Outcome outcome = scene.run(twelveUsers("2s"), frozen::freeze);

    // By its heartbeat, long before it would be too late with its result.
    scene.assertThatOneWasLost(frozen, outcome, "it has ended, or was not heard for seconds", 8);
  }

  @Test
  void aTargetOnTheMachineOfAnAgentThatIsKilledEndsWithIt() throws Exception {
    AgentProcess driver = scene.agent();
    AgentProcess mortal =
        scene.agent(new AgentAddress("127.0.0.2", FreePorts.withNeighbours()), List.of());
    List<String> running = new ArrayList<>();

    Sweep.Outcome outcome =
        scene.run(
            scene.planOn(mortal),
            List.of(driver),
            () -> {
              running.addAll(mortal.targets());
              mortal.kill();
            });

    scene.assertThatOneWasLost(mortal, outcome, "it has ended, or was not heard for seconds", 6);
    assertThat(running).isNotEmpty();
    Patience.await("nothing of the target is left", () -> mortal.targets().isEmpty());
  }

  @Test
  void whoHasAnotherSecretOrIsNoAgentIsNamedInALine() throws Exception {
    AgentProcess agent = scene.agent();
    FleetSecret other = FleetSecret.of("a secret of somebody else");
    RunClock clock = RunClock.startingNow();
    AgentAddress noAgent = new AgentAddress("127.0.0.1", scene.server.port());
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
  @TakesLong
  void theOffsetOfAClockInAnotherTimeNamespaceIsFoundWithinItsError() throws Exception {
    long shiftS = 1000;
    List<String> shifted =
        List.of(
            "unshare", "--time", "--monotonic", Long.toString(shiftS), "--fork", "--kill-child");
    assumeThat(obstacle(shifted)).as("time namespaces, which root has").isEmpty();
    scene.agent();
    scene.agent(shifted.toArray(String[]::new));

    assertThat(scene.run(twelveUsers("2s"), FleetRunIT::harmNobody))
        .as(scene.said())
        .isEqualTo(Sweep.Outcome.ALL_OK);

    List<CSVRecord> rows = scene.rows("agents.csv");
    double apartMs = ms(rows.get(1), "clock_offset_ms") - ms(rows.get(0), "clock_offset_ms");
    double errorMs = ms(rows.get(0), "clock_error_ms") + ms(rows.get(1), "clock_error_ms");
    assertThat(Math.abs(apartMs - 1000.0 * shiftS)).isLessThanOrEqualTo(errorMs + 0.001);
    assertThat(scene.onlyRow("stages.csv").get("lost")).isEqualTo("0");
    assertThat(scene.onlyRow("stages.csv").get("sent")).isEqualTo("240");
  }

  private static String obstacle(List<String> launcher) throws Exception {
    List<String> trial = new ArrayList<>(launcher);
    trial.add("true");
    Process probe = Children.builder(trial).redirectErrorStream(true).start();
    String output = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return probe.waitFor() == 0 ? "" : output + " ";
  }

  private static double ms(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
