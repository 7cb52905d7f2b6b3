package org.boardbench.plan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.PlanTree;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.scenario.Scenario;
import org.boardbench.scenario.behaviour.Behaviours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ScenarioReaderTest {
  private static final String STAGES = "stages: [{ users: 20, hold: 5s }]\n";

  @TempDir private Path folder;

  private ExperimentPlan read(String yaml) throws InputException {
    return read(yaml, PlanOverrides.NONE);
  }

  private ExperimentPlan read(String yaml, PlanOverrides overrides) throws InputException {
    return new PlanReader(Set.of("node-ws"))
        .beside(folder)
        .read("test.yaml", "targets: [node-ws]\n" + yaml, overrides);
  }

  private static PlanOverrides option(String scenario) {
    return new PlanOverrides(Map.of("--scenario", scenario), List.of());
  }

  private void assertProblems(String yaml, String... lines) {
    assertProblems(yaml, PlanOverrides.NONE, lines);
  }

  private void assertProblems(String yaml, PlanOverrides overrides, String... lines) {
    assertThatThrownBy(() -> read(yaml, overrides))
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::toString)
                    .containsExactlyInAnyOrder(lines));
  }

  @Test
  void withoutOneEverybodySendsStrokesOfOneSizeAtAConstantRate() throws InputException {
    ExperimentPlan plan = read(STAGES + "workload: { rate: 2.5, payload: 400 }\n");

    assertThat(plan.workload().scenario()).isEqualTo(Scenario.steady(2.5, 400));
    assertThat(PlanTree.of(plan)).as("a plan is stored as before").doesNotContainKey("scenario");
  }

  @Test
  void theNameOfABehaviourIsThatBehaviourWithTheWorkloadsRateAndPayload() throws InputException {
    Scenario scenario =
        read(STAGES + "workload: { rate: 4, payload: 500 }\nscenario: poisson\n")
            .workload()
            .scenario();

    assertThat(scenario.parts()).hasSize(1);
    assertThat(scenario.parts().getFirst().behaviour().kind())
        .isEqualTo(Behaviours.named("poisson").orElseThrow());
    assertThat(scenario.ratePerUser()).isEqualTo(4);
    assertThat(scenario.largestBytes()).isEqualTo(500);
  }

  @Test
  void aMapHasBehavioursWithWeights() throws InputException {
    Scenario scenario =
        read(STAGES
                + """
                scenario:
                  draw: { behaviour: bursts, weight: 3, rate: 20, payload: 300..2000, on: 3s, off: 9s }
                  point: { behaviour: steady, class: cursor, rate: 10, payload: 250 }
                """)
            .workload()
            .scenario();

    assertThat(scenario.parts()).extracting(Scenario.Part::name).containsExactly("draw", "point");
    assertThat(scenario.parts()).extracting(Scenario.Part::weight).containsExactly(3.0, 1.0);
    assertThat(scenario.smallestBytes()).isEqualTo(250);
    assertThat(scenario.largestBytes()).isEqualTo(2_000);
    assertThat(scenario.parts().getLast().behaviour().ratePerUser()).isEqualTo(10);
  }

  @Test
  void aStageMayHaveOneOfItsOwnAndFewerUsersThanTheOneBefore() throws InputException {
    ExperimentPlan plan =
        read(
            """
            workload: { boards: 2 }
            stages:
              - { users: 20, hold: 5s }
              - { users: 5, hold: 5s, scenario: bursts }
              - { users: 9, hold: 5s, scenario: { all: { behaviour: steady, payload: 900 } } }
            """);

    assertThat(plan.stages()).extracting(StageSpec::users).containsExactly(20, 5, 9);
    assertThat(plan.stages().get(0).scenario(plan.workload())).isEqualTo(Scenario.steady(1, 300));
    assertThat(plan.stages().get(1).scenario(plan.workload()).parts().getFirst().behaviour().kind())
        .isEqualTo(Behaviours.named("bursts").orElseThrow());
    assertThat(plan.smallestMessageBytes()).isEqualTo(300);
    assertThat(plan.largestMessageBytes()).isEqualTo(900);
  }

  @Test
  void aTraceIsAFileBesideTheExperimentAndTheStoredPlanHasItsContent()
      throws InputException, IOException {
    Files.writeString(
        folder.resolve("morning.csv"), "at_ms,class,bytes\n0,stroke,300\n250.5,cursor,250\n");
    ExperimentPlan plan =
        read(
            """
            scenario: { replay: { behaviour: trace, trace: morning.csv } }
            stages: [{ users: 20, hold: 5s, scenario: bursts }]
            """);
    assertThat(plan.workload().scenario().smallestBytes()).isEqualTo(250);

    Files.delete(folder.resolve("morning.csv"));
    String stored = JsonMapper.builder().build().writeValueAsString(PlanTree.of(plan));
    ExperimentPlan again =
        new PlanReader(Set.of("node-ws")).read("run.json", stored, PlanOverrides.NONE);
    assertThat(again).isEqualTo(plan);
  }

  @Test
  void anOptionIsWrittenAsInAFileAndHoldsForEveryStage() throws InputException {
    String file =
        """
        scenario: bursts
        stages: [{ users: 20, hold: 5s }, { users: 30, hold: 5s, scenario: bursts }]
        """;
    String map = "{ draw: { behaviour: bursts, on: 1s }, point: { behaviour: poisson } }";

    ExperimentPlan named = read(file, option("poisson"));
    assertThat(named.stages())
        .extracting(stage -> stage.scenario(named.workload()))
        .containsOnly(read(STAGES + "scenario: poisson").workload().scenario());
    assertThat(read(file, option(map)).workload().scenario())
        .isEqualTo(read(STAGES + "scenario: " + map).workload().scenario());
  }

  @Test
  void namesAnOptionsProblemByTheOption() {
    assertProblems(
        STAGES,
        option("doodle"),
        "--scenario: must be steady, poisson, bursts or trace, was doodle");
    assertProblems(
        STAGES,
        option("{ a: { behaviour: poisson, rate: 0 } }"),
        "--scenario.a.rate: must be a number from 0.001 to 1000, was 0");
  }

  @Test
  void tellsEveryProblemAtOnce() {
    assertProblems(
        """
        scenario:
          a: { behaviour: doodle }
          b: { weight: 1 }
          c: { behaviour: bursts, weight: 0, onn: 1s, off: 2h, payload: 500..300, class: shout }
          d: { behaviour: trace }
          e: { behaviour: trace, trace: none.csv }
          f: { behaviour: trace, trace: "at_ms,class,bytes\\n0,stroke,1\\n1,stroke,300" }
        stages: [{ users: 20, hold: 5s, scenario: trace }]
        """,
        "scenario.a.behaviour: must be steady, poisson, bursts or trace, was doodle",
        "scenario.b.behaviour: is missing",
        "scenario.c.weight: must be a number from 0.001 to 1000, was 0",
        "scenario.c.onn: unknown key; did you mean on?",
        "scenario.c.off: must be a duration from 1ms to 3600s, written like 500ms, 10s or 2m, was 2h",
        "scenario.c.payload: must be bytes from 206 to 61440, written like 300 or 300..2000, was"
            + " 500..300",
        "scenario.c.class: must be stroke, cursor, text or image, was shout",
        "scenario.d.trace: is missing",
        "scenario.e.trace: must be a trace or a file of one beside the experiment, was none.csv",
        "scenario.f.trace: message 1 must have bytes from 206 to 61440, was 1",
        "stages[1].scenario.trace: is missing");
    assertProblems(
        STAGES + "scenario: {}\n", "scenario: at least one behaviour is needed, was none");
  }
}
