package org.boardbench.plan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.PlanTree;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.scenario.NamedScenarios;
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
  void aTraceOfJsonLinesMayBePackedByGzipAndTheStoredPlanHasItWithItsFirstPoints()
      throws InputException, IOException {
    String events =
        """
        {"at_ms": 0, "class": "stroke", "bytes": 300}
        {"at_ms": 250.5, "class": "stroke", "bytes": 320, "first_point_ms": 220}
        """;
    Files.writeString(folder.resolve("board.jsonl"), events);
    Files.write(folder.resolve("board.jsonl.gz"), gzip(events));
    ExperimentPlan plain = read(replaying("board.jsonl"));

    assertThat(read(replaying("board.jsonl.gz"))).isEqualTo(plain);
    assertThat(read(replaying("\"" + events.replace("\"", "\\\"").replace("\n", "\\n") + "\"")))
        .isEqualTo(plain);
    String stored = JsonMapper.builder().build().writeValueAsString(PlanTree.of(plain));
    assertThat(stored).contains("at_ms,class,bytes,first_point_ms");
    assertThat(new PlanReader(Set.of("node-ws")).read("run.json", stored, PlanOverrides.NONE))
        .isEqualTo(plain);
  }

  private static String replaying(String trace) {
    return STAGES + "scenario: { replay: { behaviour: trace, trace: " + trace + " } }\n";
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void aPackedTraceThatIsBrokenOrGrowsBeyondItsBoundIsRefused() throws IOException {
    byte[] whole = gzip("{\"at_ms\": 0, \"class\": \"stroke\", \"bytes\": 300}\n");
    Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length - 12));
    Files.write(folder.resolve("other.gz"), new byte[] {0x1f, (byte) 0x8b, 0, 0, 0, 0, 0, 0, 0, 0});
    Files.write(folder.resolve("bomb.gz"), gzip("\n".repeat(17 << 20)));
    assertProblems(
        STAGES
            + """
            scenario:
              a: { behaviour: trace, trace: cut.gz }
              b: { behaviour: trace, trace: other.gz }
              c: { behaviour: trace, trace: bomb.gz }
            """,
        "scenario.a.trace: must be a whole file of gzip, was cut.gz: Unexpected end of ZLIB input"
            + " stream",
        "scenario.b.trace: must be a whole file of gzip, was other.gz: Unsupported compression"
            + " method",
        "scenario.c.trace: must be a trace of at most 16 MiB, was bomb.gz with more");
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
        "--scenario: must be steady, poisson, bursts, strokes, intermittent, together, cursor, watch,"
            + " trace, lecture, workshop or classroom, was doodle");
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
        "scenario.a.behaviour: must be steady, poisson, bursts, strokes, intermittent, together,"
            + " cursor, watch or trace, was doodle",
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

  @Test
  void theKeysOfAPenAreReadWithBoundsOfTheirOwnAndStoredAsTheyAreWritten() throws InputException {
    String scenario =
        """
        scenario:
          draw:
            { behaviour: strokes, write: 20s, rest: 0s..1m, sampling: 240, flush: 50ms, stroke: 50ms,
              sigma: 0, pause: 10ms, word-pause: 1s, word-pauses: 0.5, encoding: whole-stroke }
          vote: { behaviour: together, every: 5s, within: 500ms, strokes: 1 }
          point: { behaviour: cursor, rate: 10, move: 1s, rest: 3s }
          wait: { behaviour: intermittent }
          look: { behaviour: watch, weight: 7 }
        """;
    ExperimentPlan plan = read(STAGES + scenario);

    assertThat(JsonMapper.builder().build().writeValueAsString(PlanTree.of(plan)))
        .contains("\"write\":\"20s\"")
        .contains("\"rest\":\"0s..60s\"")
        .contains("\"flush\":\"50ms\"")
        .contains("\"encoding\":\"whole-stroke\"")
        .contains("\"strokes\":1");
    assertThat(again(plan)).isEqualTo(plan);
  }

  private static ExperimentPlan again(ExperimentPlan plan) throws InputException {
    String stored = JsonMapper.builder().build().writeValueAsString(PlanTree.of(plan));
    return new PlanReader(Set.of("node-ws")).read("run.json", stored, PlanOverrides.NONE);
  }

  @Test
  void tellsWhatNoHandAndNoBoardDoes() {
    assertProblems(
        """
        scenario:
          a: { behaviour: strokes, stroke: 20ms, flush: 30ms }
          b: { behaviour: strokes, sampling: 30, flush: 100ms, sigma: 9, encoding: diff }
          c: { behaviour: strokes, write: 9s..3s, rest: 2h, word-pauses: -1 }
          d: { behaviour: together, every: 2s, within: 3s, strokes: 20 }
          e: { behaviour: together, strokes: 0 }
          f: { behaviour: cursor, rate: 60, class: stroke }
          g: { behaviour: intermittent, write: 1s..2s..3s, stroke: 0ms }
        stages: [{ users: 20, hold: 5s }]
        """,
        "scenario.a.flush: must be at most stroke, 20ms, was 30ms",
        "scenario.b.sampling: must be a number from 60 to 240, was 30",
        "scenario.b.flush: must be a duration from 16ms to 50ms, written like 500ms, 10s or 2m, was"
            + " 100ms",
        "scenario.b.sigma: must be a number from 0 to 1.5, was 9",
        "scenario.b.encoding: must be delta or whole-stroke, was diff",
        "scenario.c.write: must be a duration from 0s to 3600s, written like 20s or 5s..60s, was"
            + " 9s..3s",
        "scenario.c.rest: must be a duration from 0s to 3600s, written like 20s or 5s..60s, was 2h",
        "scenario.c.word-pauses: must be a number from 0 to 100, was -1",
        "scenario.d.within: must be at most every, 2000ms, was 3000ms",
        "scenario.d.every: must be at least 15021ms, what 20 strokes take in the mean, was 2000ms",
        "scenario.e.strokes: must be a whole number from 1 to 100, was 0",
        "scenario.f.rate: must be a number from 10 to 30, was 60",
        "scenario.f.class: unknown key",
        "scenario.g.write: must be a duration from 0s to 3600s, written like 20s or 5s..60s, was"
            + " 1s..2s..3s",
        "scenario.g.stroke: must be a duration from 10ms to 2s, written like 500ms, 10s or 2m, was"
            + " 0ms");
  }

  @Test
  void aBehaviourMayHavePlacesOfItsOwnOnEachBoard() throws InputException {
    ExperimentPlan plan =
        read(
            """
            workload: { boards: 5 }
            scenario:
              draw: { behaviour: steady, per-board: 1, rate: 10 }
              look: { behaviour: watch }
            stages: [{ users: 50, hold: 5s }, { users: 20, hold: 5s }]
            """);

    assertThat(plan.stages())
        .extracting(stage -> stage.weighedScenario(plan.workload()).ratePerUser())
        .containsExactly(1.0, 2.5);
    assertThat(again(plan)).isEqualTo(plan);
  }

  @Test
  void tellsWhoIsLeftWithoutABehaviour() {
    assertProblems(
        STAGES + "scenario: { a: { behaviour: strokes, per-board: 2 } }\n",
        "scenario: at least one behaviour without per-board is needed, for all other users");
    assertProblems(
        STAGES + "scenario: { a: { behaviour: strokes, per-board: 2, weight: 1 } }\n",
        "scenario.a.per-board: must not be beside weight");
    assertProblems(
        STAGES + "scenario: { a: { behaviour: strokes, per-board: 0 } }\n",
        "scenario.a.per-board: must be a whole number from 1 to 1000, was 0");
    assertProblems(
        STAGES + "scenario: watch\n",
        "scenario: at least one behaviour that sends is needed, was none");
  }

  @Test
  void theNameOfAScenarioIsThatScenario() throws InputException {
    ExperimentPlan plan = read(STAGES + "scenario: lecture\n");

    assertThat(plan.workload().scenario()).isEqualTo(NamedScenarios.named("lecture").orElseThrow());
    assertThat(again(plan)).isEqualTo(plan);
  }

  @Test
  void aTraceThatNobodyCouldReadIsRefusedByItsSize() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("huge.csv").toFile(), "rw")) {
      file.setLength(2L << 30);
    }
    Files.write(folder.resolve("bytes.csv"), new byte[] {'a', (byte) 0xff, 'b'});
    Files.createDirectory(folder.resolve("folder"));
    assertProblems(
        """
        scenario:
          a: { behaviour: trace, trace: huge.csv }
          b: { behaviour: trace, trace: bytes.csv }
          c: { behaviour: trace, trace: folder }
        stages: [{ users: 20, hold: 5s }]
        """,
        "scenario.a.trace: must be a trace of at most 16 MiB, was huge.csv with 2048 MiB",
        "scenario.b.trace: must be a trace in UTF-8, was bytes.csv with other bytes",
        "scenario.c.trace: must be a trace or a file of one beside the experiment, was folder");
  }
}
