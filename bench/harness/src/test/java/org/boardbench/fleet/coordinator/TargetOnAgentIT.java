package org.boardbench.fleet.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.core.RunClock;
import org.boardbench.input.InputException;
import org.boardbench.junit.Patience;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.sut.process.Specimens;
import org.boardbench.trial.Onlooker;
import org.boardbench.trial.ProjectSpecimen;
import org.boardbench.trial.Sweep;
import org.boardbench.trial.events.EventBus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Agents of this JVM, of which one starts the target at an address of its own. */
@Timeout(600)
class TargetOnAgentIT {
  private static final Pattern LISTENING =
      Pattern.compile("listening on ws://127\\.0\\.0\\.2:(\\d+)/");

  @TempDir private Path folder;
  private ProjectSpecimen project;

  @BeforeEach
  void start() throws IOException {
    project = new ProjectSpecimen(folder);
  }

  private ExperimentPlan plan(String target, AgentAddress host) throws InputException {
    return project.plan(
        """
        targets: [ %s ]
        sut: { host: "%s", launcher: agent }
        workload: { boards: 2, rate: 10 }
        stages: [ { users: 6, ramp: 500ms, hold: 3s } ]
        driver: { loop: nio }
        """
            .formatted(target, host));
  }

  private Path out() {
    return folder.resolve("out");
  }

  /**
   * @param inHold is done when the hold begins
   */
  private Sweep.Outcome run(ExperimentPlan plan, RemoteFleet fleet, Runnable inHold)
      throws Exception {
    Onlooker.Watch watch =
        new Onlooker.Watch() {
          @Override
          public void holdStarted(StageSpec stage, long startNs) {
            inHold.run();
          }
        };
    return new Sweep(
            plan, folder, EventBus.toNobody(), List.of(), scene -> watch, Optional.of(fleet))
        .run(folder, Optional.of(out()));
  }

  private CSVRecord onlyRow(String table) throws IOException {
    List<CSVRecord> rows = ProjectSpecimen.rows(out().resolve(table));
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  /** What the target itself said, wherever it was kept. */
  private String log() throws IOException {
    String trial = onlyRow("trials.csv").get("trial_id");
    return Files.readString(out().resolve("trials").resolve(trial).resolve("target.log"));
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket("127.0.0.2", port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  @Test
  void theTargetRunsAndIsSampledWhereTheAgentIs() throws Exception {
    try (InMemoryAgents agents = new InMemoryAgents(1)) {
      AgentAddress host = agents.host(folder);
      Sweep.Outcome outcome = run(plan("board", host), agents.fleet(), () -> {});

      assertThat(outcome).as(onlyRow("trials.csv").get("reason")).isEqualTo(Sweep.Outcome.ALL_OK);
      CSVRecord row = onlyRow("stages.csv");
      assertThat(row.get("joined")).isEqualTo("6");
      assertThat(row.get("sent")).isEqualTo("180");
      assertThat(row.get("lost")).isEqualTo("0");
      assertThat(Double.parseDouble(row.get("cpu_mean_pct"))).isPositive();
      assertThat(Double.parseDouble(row.get("memory_max_mib"))).isPositive();
      assertThat(ProjectSpecimen.rows(out().resolve("resources.csv")))
          .filteredOn(second -> second.get("component").equals("server"))
          .hasSizeGreaterThanOrEqualTo(3)
          .allSatisfy(second -> assertThat(second.get("cpu_pct")).isNotEmpty());
      assertThat(ProjectSpecimen.rows(out().resolve("agents.csv")))
          .extracting(
              agent -> agent.get("agent"),
              agent -> agent.get("boards"),
              agent -> agent.get("has_target"),
              agent -> agent.get("lost"))
          .containsExactly(
              tuple("127.0.0.1:7900", "2", "false", ""), tuple("127.0.0.2:7900", "0", "true", ""));
      // What it drove by is what the plan asked for, not what its machine could do.
      JsonNode run =
          JsonMapper.builder().build().readTree(Files.readString(out().resolve("run.json")));
      assertThat(run.at("/agents/0/loop").asString()).isEqualTo("nio");
      assertThat(run.at("/agents/0").has("has_target")).isFalse();
      assertThat(run.at("/agents/1").has("loop")).isFalse();
      assertThat(run.at("/agents/1/has_users").asBoolean()).isFalse();
      assertThat(run.at("/plan/sut/host").asString()).isEqualTo(host.toString());
      assertThat(run.at("/targets/board/reached_by").asString()).isEqualTo("agent " + host);
      Matcher listening = LISTENING.matcher(log());
      assertThat(listening.find()).as(log()).isTrue();
      assertThat(isListening(Integer.parseInt(listening.group(1)))).isFalse();
    }
  }

  @Test
  void anAgentMayHaveUsersAndTheTarget() throws Exception {
    try (InMemoryAgents agents = new InMemoryAgents()) {
      AgentAddress both = agents.host(folder);
      agents.addresses.add(both);
      Sweep.Outcome outcome = run(plan("board", both), agents.fleet(), () -> {});

      assertThat(outcome).as(onlyRow("trials.csv").get("reason")).isEqualTo(Sweep.Outcome.ALL_OK);
      assertThat(onlyRow("stages.csv").get("lost")).isEqualTo("0");
      assertThat(onlyRow("agents.csv").get("boards")).isEqualTo("2");
      assertThat(onlyRow("agents.csv").get("has_target")).isEqualTo("true");
    }
  }

  @Test
  void aTargetWhoseAgentIsLostEndsAndItsRowIsInvalid() throws Exception {
    try (InMemoryAgents agents = new InMemoryAgents(1)) {
      AgentAddress host = agents.host(folder);
      Sweep.Outcome outcome = run(plan("board", host), agents.fleet(), () -> agents.cut(host));

      assertThat(outcome).isEqualTo(Sweep.Outcome.SOME_FAILED);
      assertThat(onlyRow("stages.csv").get("invalid_reasons")).contains("agent-lost 1 > 0");
      assertThat(onlyRow("trials.csv").get("reason"))
          .isEqualTo("agent 127.0.0.2:7900 was lost in stage 1: the test has cut it off");
      Patience.await(
          "nothing of the target is left", () -> Specimens.processesOfThisHarness().isEmpty());
    }
  }

  @Test
  void aTargetThatEndsByItselfFailsItsTrialWithItsLastWords() throws Exception {
    try (InMemoryAgents agents = new InMemoryAgents(1)) {
      Sweep.Outcome outcome =
          run(plan("mortal", agents.host(folder)), agents.fleet(), this::endMortal);

      assertThat(outcome).isEqualTo(Sweep.Outcome.SOME_FAILED);
      assertThat(onlyRow("trials.csv").get("reason"))
          .contains("mortal exited with status 7")
          .contains("out of ideas");
      assertThat(log()).contains("out of ideas");
    }
  }

  private void endMortal() {
    try {
      project.endMortal();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aHostThatDoesNotComeIsNamedBeforeAnythingStarts() throws Exception {
    try (InMemoryAgents agents = new InMemoryAgents(1);
        RemoteFleet other = agents.fleetOf(agents.host(folder))) {
      other.join(RunClock.startingNow());

      assertThatThrownBy(() ->
              run(plan("board", new AgentAddress("127.0.0.2", 7900)), agents.fleet(), () -> {}))
          .isInstanceOf(InputException.class)
          .hasMessage("sut.host: 127.0.0.2:7900 drives another run at this moment");
    }
  }

  @Test
  void aServerElsewhereNeedsAgentsForItsUsers() throws Exception {
    ExperimentPlan plan = plan("board", new AgentAddress("127.0.0.2", 7900));

    assertThatThrownBy(
            () -> new Sweep(plan, folder, EventBus.toNobody()).run(folder, Optional.of(out())))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "sut.host: needs --agents, which make the load of a server elsewhere, was"
                + " 127.0.0.2:7900");
  }
}
