package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.CapacitySpec;
import org.boardbench.plan.model.ConfirmChoice;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ObjectiveSpec;
import org.boardbench.plan.model.StageSpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CapacityReaderTest {
  private static final Set<String> TARGETS =
      Set.of(
          "spring-websocket",
          "spring-stomp",
          "node-ws",
          "fastapi",
          "node-ws-cluster-redis",
          "fastapi-workers-redis");

  private final PlanReader reader = new PlanReader(TARGETS, Machines.ofCores(4));

  @Test
  void anObjectiveIsAllThatASearchNeeds() throws InputException {
    ExperimentPlan plan = read("capacity: { objectives: [ { rtt-p99: 25ms } ] }");

    assertThat(plan.capacity())
        .contains(
            new CapacitySpec(
                List.of(new ObjectiveSpec(Duration.ofMillis(25), 0.1, 0)),
                100,
                3000,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                5.0,
                5,
                ConfirmChoice.ALL,
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                5));
    assertThat(plan.maxUsers()).isEqualTo(3000);
    assertThat(plan.stages())
        .extracting(StageSpec::users)
        .as("what room is made for")
        .containsExactly(100, 3000);
  }

  @Test
  void everyKeyIsRead() throws InputException {
    ExperimentPlan plan =
        read(
            """
            workload: { boards: 2, rate: 10 }
            capacity:
              objectives:
                - { rtt-p99: 10ms, owed-loss: 0, disconnects: 3 }
                - { rtt-p99: 1s, owed-loss: 2.5 }
              least-users: 20
              most-users: 400
              ramp: 2s
              hold: 6s
              step: 2.5
              starts: 7
              confirm: loosest
              confirm-ramp: 20s
              confirm-hold: 30s
              confirm-starts: 0
            """);

    assertThat(plan.capacity())
        .contains(
            new CapacitySpec(
                List.of(
                    new ObjectiveSpec(Duration.ofMillis(10), 0, 3),
                    new ObjectiveSpec(Duration.ofSeconds(1), 2.5, 0)),
                20,
                400,
                Duration.ofSeconds(2),
                Duration.ofSeconds(6),
                2.5,
                7,
                ConfirmChoice.LOOSEST,
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                0));
  }

  @Test
  void optionsReplaceWhatTheFileSays() throws InputException {
    CapacitySpec spec =
        read(
                "capacity: { objectives: [ { rtt-p99: 25ms } ], hold: 30s }",
                Map.of(
                    "--hold", "20s",
                    "--ramp", "1s",
                    "--starts", "3",
                    "--step", "10",
                    "--confirm-starts", "1",
                    "--most-users", "500"))
            .capacity()
            .orElseThrow();

    assertThat(spec.hold()).isEqualTo(Duration.ofSeconds(20));
    assertThat(spec.ramp()).isEqualTo(Duration.ofSeconds(1));
    assertThat(spec.starts()).isEqualTo(3);
    assertThat(spec.stepPct()).isEqualTo(10);
    assertThat(spec.confirmStarts()).isEqualTo(1);
    assertThat(spec.mostUsers()).isEqualTo(500);
  }

  @Test
  void theStoredPlanIsTheSameExperiment() throws InputException {
    ExperimentPlan plan =
        read("capacity: { objectives: [ { rtt-p99: 25ms }, { rtt-p99: 1s, owed-loss: 2.5 } ] }");

    assertThat(PlanTree.of(plan)).containsKey("capacity").doesNotContainKey("stages");
    assertThat(read(json(PlanTree.of(plan)))).isEqualTo(plan);
  }

  @Test
  void theShippedSearchIsReadable() throws IOException, InputException {
    Path file = Path.of("../experiments/capacity.yaml");
    ExperimentPlan plan = reader.read("capacity.yaml", Files.readString(file), PlanOverrides.NONE);

    assertThat(plan.capacity().orElseThrow().objectives())
        .extracting(objective -> objective.rttP99().toMillis())
        .containsExactly(10L, 25L, 50L, 100L, 250L);
    assertThat(plan.variants()).hasSize(6);
  }

  @Test
  void eachProblemIsNamedWithItsKeyItsBoundAndItsValue() {
    assertThat(
            problems(
                """
                repetitions: 3
                stages: [ { users: 100, hold: 10s } ]
                capacity:
                  objectives: [ { rtt-p95: 10ms }, { rtt-p99: 0s } ]
                  least-users: 300
                  most-users: 200
                  starts: 0
                """))
        .containsExactlyInAnyOrder(
            "stages: cannot go with capacity, which finds its loads",
            "repetitions: must be 1 with capacity, where capacity.starts says how often, was 3",
            "capacity.most-users: must be at least 300 (capacity.least-users), was 200",
            "capacity.objectives[1].rtt-p95: unknown key; did you mean rtt-p99?",
            "capacity.objectives[1].rtt-p99: is missing",
            "capacity.objectives[2].rtt-p99: must be a duration from 1ms to 60s, written like 500ms,"
                + " 10s or 2m, was 0s",
            "capacity.starts: must be a whole number from 1 to 100, was 0");
  }

  @Test
  void thresholdsOfASearchAreRefused() {
    assertThat(
            problems(
                """
                capacity: { objectives: [ { rtt-p99: 25ms } ] }
                thresholds: { rtt_p99_ms: "< 50", fastapi: { tps: "> 5" } }
                """))
        .containsExactly(
            "thresholds: cannot go with capacity, whose bounds are capacity.objectives, was"
                + " rtt_p99_ms < 50, tps > 5");
  }

  @Test
  void aSearchWithoutObjectivesIsRefused() {
    assertThat(problems("capacity: { starts: 3 }"))
        .containsExactly("capacity.objectives: at least one is needed, was none");
  }

  @Test
  void aFirstLoadWithTooFewMessagesIsRefused() {
    assertThat(
            problems("capacity: { objectives: [ { rtt-p99: 25ms } ], hold: 5s, least-users: 150 }"))
        .containsExactly(
            "capacity.least-users: must be at least 200, for a hold of 5s to have the messages that"
                + " validity asks for, was 150");
  }

  @Test
  void theOptionsOfASearchNeedOneAndThoseOfStagesNeedThem() {
    assertThat(problems("stages: [ { users: 100, hold: 10s } ]", Map.of("--starts", "3")))
        .containsExactly("--starts: needs an experiment with capacity; this one lists stages");
    assertThat(
            problems(
                "capacity: { objectives: [ { rtt-p99: 25ms } ] }", Map.of("--users", "100,200")))
        .containsExactly("--users: cannot go with capacity, which finds its loads");
  }

  /** A run whose own plan is refused could not go on. */
  @Test
  void anOptionInThePlaceOfAKeyHasThatKeysBounds() {
    assertThat(problems("capacity: { objectives: [ { rtt-p99: 25ms } ] }", Map.of("--hold", "2h")))
        .singleElement(STRING)
        .startsWith("--hold: must be a duration from 100ms to ")
        .endsWith(", was 2h");
  }

  private ExperimentPlan read(String yaml) throws InputException {
    return read(yaml, Map.of());
  }

  private ExperimentPlan read(String yaml, Map<String, String> options) throws InputException {
    return reader.read("file.yaml", yaml, new PlanOverrides(options, List.of()));
  }

  private List<String> problems(String yaml) {
    return problems(yaml, Map.of());
  }

  private List<String> problems(String yaml, Map<String, String> options) {
    InputException thrown = catchThrowableOfType(InputException.class, () -> read(yaml, options));
    return thrown.problems().stream().map(Problem::toString).toList();
  }

  private static String json(Map<String, Object> tree) {
    return new JsonMapper().writeValueAsString(tree);
  }
}
