package org.boardbench.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.fleet.coordinator.AgentAddress;
import org.boardbench.junit.TakesLong;
import org.boardbench.reference.Counts;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ServerSettings;
import org.boardbench.trial.Sweep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose load comes over a network, from three machines that namespaces play. */
@Timeout(600)
class FleetNetworkIT {
  private static final int AGENTS = 3;
  private static final int PORT = 7900;
  private static final String UNHEARD = "it has ended, or was not heard for seconds";

  @TempDir private Path folder;
  private NetworkNamespaces network;
  private FleetScene scene;

  @BeforeEach
  void start() throws Exception {
    try {
      network = NetworkNamespaces.of(AGENTS);
    } catch (NetworkNamespaces.UnavailableException e) {
      Assumptions.abort("network namespaces, which root has: " + e.getMessage());
    }
    scene = new FleetScene(folder, ServerSettings.of(FaultScript.none()).at(network.here()));
    for (int number = 0; number < AGENTS; number++) {
      scene.agent(new AgentAddress(network.addressOf(number), PORT), network.launcher(number));
    }
  }

  @AfterEach
  void end() throws Exception {
    if (scene != null) {
      scene.end();
    }
    if (network != null) {
      network.end();
    }
  }

  private static Map<String, String> thirtyBoards(String... more) {
    Map<String, String> options =
        new HashMap<>(Map.of("--boards", "30", "--rate", "1", "--ramp", "3s", "--drain", "20s"));
    for (int i = 0; i < more.length; i += 2) {
      options.put(more[i], more[i + 1]);
    }
    return options;
  }

  private static long count(CSVRecord row, String column) {
    return Long.parseLong(row.get(column));
  }

  /** The same since the first stage as {@code second} says of the second one. */
  private void assertThatTheServerCounted(CSVRecord second) {
    Counts before = scene.books.getFirst();
    Counts after = scene.books.getLast();
    assertThat(after.messages() - before.messages())
        .isEqualTo(count(second, "ramp_sent") + count(second, "sent"));
    assertThat(after.deliveries() - before.deliveries())
        .isEqualTo(after.made() - before.made())
        .isEqualTo(count(second, "ramp_expected") + count(second, "expected"));
  }

  @Test
  @TakesLong
  void nineHundredUsersOnThirtyBoardsAreCountedAsTheServerCountsThem() throws Exception {
    // Whom the first stage has brought are all there when the second one begins.
    Sweep.Outcome outcome = scene.run(thirtyBoards("--users", "900,900", "--hold", "5s"), () -> {});

    assertThat(outcome).as(scene.said()).isEqualTo(Sweep.Outcome.ALL_OK);
    List<CSVRecord> stages = scene.rows("stages.csv");
    assertThat(stages)
        .hasSize(2)
        .allSatisfy(row -> {
          assertThat(row.get("joined")).isEqualTo("900");
          assertThat(row.get("scheduled")).isEqualTo("4500");
          assertThat(row.get("sent")).isEqualTo("4500");
          assertThat(row.get("expected")).isEqualTo("135000");
          assertThat(row.get("delivered")).isEqualTo("135000");
          assertThat(row.get("lost")).isEqualTo("0");
          assertThat(row.get("ramp_lost")).isEqualTo("0");
        });
    assertThatTheServerCounted(stages.getLast());
    assertThat(scene.rows("agents.csv"))
        .hasSize(2 * AGENTS)
        .allSatisfy(agent -> {
          assertThat(agent.get("boards")).isEqualTo("10");
          assertThat(agent.get("users")).isEqualTo("300");
          assertThat(agent.get("lost")).isEmpty();
        });
    scene.assertThatNothingIsLeft(scene.agents.toArray(AgentProcess[]::new));
  }

  @Test
  void ninetyUsersOnOneBoardAreCountedAsTheServerCountsThem() throws Exception {
    checkOneBoard(90, thirtyBoards("--users", "90,90", "--rate", "0.5", "--hold", "2s"));
  }

  @Test
  @TakesLong
  void nineHundredUsersOnOneBoardAreCountedAsTheServerCountsThem() throws Exception {
    checkOneBoard(900, thirtyBoards("--users", "900,900", "--rate", "0.05", "--hold", "20s"));
  }

  /** Each sends one message in each of two holds. */
  private void checkOneBoard(int users, Map<String, String> options) throws Exception {
    options.put("--boards", "1");
    options.put("--drain", "5s");
    Sweep.Outcome outcome = scene.run(options, () -> {});

    assertThat(outcome).as(scene.said()).isEqualTo(Sweep.Outcome.ALL_OK);
    assertThat(scene.rows("stages.csv"))
        .hasSize(2)
        .allSatisfy(row -> {
          assertThat(count(row, "joined")).isEqualTo(users);
          assertThat(count(row, "sent")).isEqualTo(users);
          assertThat(count(row, "expected")).isEqualTo((long) users * users);
          assertThat(row.get("lost")).isEqualTo("0");
          assertThat(row.get("corrupt")).isEqualTo("0");
          assertThat(row.get("ramp_lost")).isEqualTo("0");
        });
    assertThatTheServerCounted(scene.rows("stages.csv").getLast());
    assertThat(scene.rows("agents.csv"))
        .allSatisfy(agent -> {
          assertThat(agent.get("boards")).isEqualTo("1");
          assertThat(count(agent, "users")).isEqualTo(users / AGENTS);
          assertThat(agent.get("lost")).isEmpty();
        });
  }

  @Test
  @TakesLong
  void aTargetOnAnAgentsMachineListensAtItsAddressAloneAndIsSampledThere() throws Exception {
    AgentProcess host = scene.agents.getFirst();
    AgentProcess driver =
        scene.agent(new AgentAddress(network.here().getHostAddress(), PORT), List.of());

    Sweep.Outcome outcome = scene.run(scene.planOn(host), List.of(driver), () -> {});

    assertThat(outcome).as(scene.said()).isEqualTo(Sweep.Outcome.ALL_OK);
    assertThat(scene.onlyRow("stages.csv").get("joined")).isEqualTo("6");
    assertThat(scene.onlyRow("stages.csv").get("sent")).isEqualTo("180");
    assertThat(scene.onlyRow("stages.csv").get("lost")).isEqualTo("0");
    assertThat(Double.parseDouble(scene.onlyRow("stages.csv").get("cpu_mean_pct"))).isPositive();
    assertThat(scene.targetLog()).contains("listening on ws://" + host.address.host() + ":");
    assertThat(scene.rows("agents.csv"))
        .extracting(agent -> agent.get("agent") + " " + agent.get("has_target"))
        .containsExactly(driver.address + " false", host.address + " true");
    assertThat(host.targets()).isEmpty();
    scene.assertThatNothingIsLeft(host, driver);
  }

  @Test
  void anAgentThatIsKilledInAHoldMakesItsRowInvalid() throws Exception {
    AgentProcess mortal = scene.agents.get(1);

    Sweep.Outcome outcome = scene.run(thirtyBoards("--users", "90", "--hold", "4s"), mortal::kill);

    scene.assertThatOneWasLost(mortal, outcome, UNHEARD, 60);
    scene.assertThatNothingIsLeft(scene.agents.getFirst(), scene.agents.getLast());
  }

  @Test
  @TakesLong
  void oneThatStandsStillDoesSoToo() throws Exception {
    AgentProcess frozen = scene.agents.get(1);

    Sweep.Outcome outcome =
        scene.run(thirtyBoards("--users", "90", "--hold", "2s"), frozen::freeze);

    scene.assertThatOneWasLost(frozen, outcome, UNHEARD, 60);
  }

  @Test
  @TakesLong
  void soDoesOneWhoseNetworkIsUnplugged() throws Exception {
    Sweep.Outcome outcome =
        scene.run(thirtyBoards("--users", "90", "--hold", "2s"), () -> network.unplug(1));

    scene.assertThatOneWasLost(scene.agents.get(1), outcome, UNHEARD, 60);
  }
}
