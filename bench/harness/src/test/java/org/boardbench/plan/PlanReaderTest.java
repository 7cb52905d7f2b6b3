package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.CpuSpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LaunchSpec;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.plan.reading.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PlanReaderTest {
  static final Set<String> PAPER_TARGETS =
      Set.of(
          "spring-websocket",
          "spring-stomp",
          "node-ws",
          "fastapi",
          "node-ws-cluster-redis",
          "fastapi-workers-redis",
          "reference");
  private static final String ONE_STAGE = "stages: [{ users: 20, hold: 5s }]\n";

  private static final LimitsSpec LIMITS =
      new LimitsSpec(OptionalDouble.of(1.5), OptionalLong.of(512L << 20));

  private final PlanReader reader = new PlanReader(PAPER_TARGETS, Machines.ofCores(4));

  @Test
  void fillsInEveryDefaultOfAFileThatOnlyNamesItsStages() throws InputException {
    ExperimentPlan plan = reader.read("tiny.yaml", ONE_STAGE, PlanOverrides.NONE);

    assertHas(
        plan,
        """
        name: tiny
        description: ""
        seed: 42
        repetitions: 1
        workload: { boards: 10, rate: 1.0, payload: 300, history: none }
        stages: [{ users: 20, ramp: 5s, ramp-shape: line, hold: 5s }]
        deadlines: { ready: 60s, join: 10s, drain: 10s, stop: 5s }
        reconnect: "first=0s,backoff=1s..30s,jitter=50"
        driver: { cores: 2, loop: auto }
        validity:
          sent: 99.0
          send-delay: 5ms
          send-delay-share: 10.0
          driver-cpu: 85.0
          stall: 50ms
          stall-share: 0.01
          run-delay: 5.0
          steal: 2.0
          drift: 25.0
          samples: 10
          percentile: 99.0
          connect-failures: 0
          clock-step: 1ms
          backpressure: 50.0
          foreign-load: 5.0
          profiled: 0
        """);
    assertThat(plan.variants()).isEqualTo(allTargets());
    assertThat(plan.external()).isEmpty();
    assertThat(plan.workload()).isEqualTo(new WorkloadSpec(10, 1, 300));
    assertThat(plan.warmUp()).isEmpty();
    assertThat(plan.cpus()).isEqualTo(CpuSpec.ANYWHERE);
    assertThat(plan.launch()).isEqualTo(LaunchSpec.PROCESSES);
  }

  @Test
  void readsEveryKey() throws InputException {
    ExperimentPlan plan =
        reader.read(
            "file.yaml",
            """
            name: mine
            description: what it asks
            seed: -7
            repetitions: 2
            targets: [node-ws, fastapi]
            workload: { boards: 2, rate: 0.5, payload: 1000, history: asked }
            warm-up: { users: 4, ramp: 0s, hold: 500ms }
            stages:
              - users: 4
                ramp: 1s
                ramp-shape: flash-crowd
                hold: 2m
                churn: { stay: 30s, distribution: lognormal }
              - { users: 4, hold: 1h }
            deadlines: { ready: 1s, join: 2s, drain: 3s, stop: 4s }
            reconnect: { first: 5ms, backoff: 50ms..5s, jitter: 25 }
            driver: { cores: 1, loop: native }
            cpus: { driver: "3", target: 0-2, companions: 0 }
            launcher: docker
            limits: { cpus: 1.5, memory: 512m }
            validity:
              sent: 98.5
              send-delay: 6ms
              send-delay-share: 11
              driver-cpu: 86
              stall: 51ms
              stall-share: 0.02
              run-delay: 6
              steal: 3
              drift: 150
              samples: 11
              percentile: 99.9
              connect-failures: 1
              clock-step: 2ms
              backpressure: 51
              foreign-load: 12
            parameters: { node-ws: { workers: 4, compress: no } }
            """,
            PlanOverrides.NONE);

    assertHas(
        plan,
        """
        name: mine
        description: what it asks
        seed: -7
        repetitions: 2
        workload: { boards: 2, rate: 0.5, payload: 1000, history: asked }
        warm-up: { users: 4, ramp: 0s, ramp-shape: line, hold: 500ms }
        stages:
          - users: 4
            ramp: 1s
            ramp-shape: flash-crowd
            hold: 120s
            churn: { stay: 30s, away: 5s, distribution: lognormal }
          - { users: 4, ramp: 5s, ramp-shape: line, hold: 3600s }
        deadlines: { ready: 1s, join: 2s, drain: 3s, stop: 4s }
        reconnect: "first=5ms,backoff=50ms..5s,jitter=25"
        driver: { cores: 1, loop: native }
        cpus: { driver: "3", target: 0-2, companions: 0 }
        launcher: docker
        limits: { cpus: 1.5, memory: 512m }
        validity:
          sent: 98.5
          send-delay: 6ms
          send-delay-share: 11.0
          driver-cpu: 86.0
          stall: 51ms
          stall-share: 0.02
          run-delay: 6.0
          steal: 3.0
          drift: 150.0
          samples: 11
          percentile: 99.9
          connect-failures: 1
          clock-step: 2ms
          backpressure: 51.0
          foreign-load: 12.0
          profiled: 0
        """);
    assertThat(plan.variants())
        .containsExactly(
            contained("node-ws", Map.of("workers", "4", "compress", "no"), 1),
            contained("fastapi", Map.of(), 2));
    assertThat(plan.external()).isEmpty();
    assertThat(plan.workload()).isEqualTo(new WorkloadSpec(2, 0.5, 1000).askingForHistory());
    assertThat(plan.deadlines().stop()).isEqualTo(Duration.ofSeconds(4));
    assertThat(plan.launch()).isEqualTo(new LaunchSpec(LauncherChoice.DOCKER, LIMITS));
  }

  @Test
  void tellsEveryProblemOfAFileAtOnceWithKeyBoundAndValue() {
    assertThat(
            problemsOf(
                """
                nam: x
                seed: many
                repetitions: 0
                targets: [node-ws, node-wss, node-ws]
                workload: { boards: 101, rate: 0, payload: 199 }
                stages:
                  - { users: 100, hold: 10 parsecs }
                  - { users: 99, hold: 5s, pause: 1s }
                  - { users: 20001 }
                deadlines: { join: 0s }
                driver: { cores: 5, loop: epoll, gather: 2ms }
                cpus: { driver: 1-4, target: 0;1, drivers: 0 }
                validity: { sent: 101, stall: 0s, samples: 0, percentile: 100, driver_cpu: 1, drift: x }
                seed: 3
                parameters: { nod-ws: { workers: 1 } }
                """))
        .containsExactlyInAnyOrder(
            "nam: unknown key; did you mean name?",
            "seed: duplicate key at line 14, column 1",
            "seed: must be a whole number of 64 bits, was many",
            "repetitions: must be a whole number from 1 to 100, was 0",
            "targets[2]: must be one of fastapi, fastapi-workers-redis, node-ws,"
                + " node-ws-cluster-redis, reference, spring-stomp, spring-websocket, was node-wss;"
                + " did you mean node-ws?",
            "targets[3]: each target once, was node-ws again",
            "parameters.nod-ws: must be one of fastapi, fastapi-workers-redis, node-ws,"
                + " node-ws-cluster-redis, reference, spring-stomp, spring-websocket, was nod-ws;"
                + " did you mean node-ws?",
            "workload.boards: must be at most the users of the smallest stage, 99"
                + " (stages[2].users), was 101",
            "workload.rate: must be a number from 0.001 to 1000, was 0",
            "workload.payload: must be a whole number from 206 to 61440, was 199",
            "stages[1].hold: must be a duration from 100ms to 86400s, written like 500ms, 10s or"
                + " 2m, was 10 parsecs",
            "stages[2].pause: unknown key",
            "stages[3].users: must be a whole number from 1 to 20000, was 20001",
            "stages[3].hold: is missing",
            "deadlines.join: must be a duration from 1ms to 3600s, written like 500ms, 10s or 2m,"
                + " was 0s",
            "driver.cores: must be a whole number from 1 to 4, was 5",
            "driver.loop: must be auto, native, io_uring or nio, was epoll",
            "driver.gather: must be a duration from 0s to 1ms, written like 0s, 50us or 1ms, was"
                + " 2ms",
            "cpus.driver: must be a list of CPUs out of 0-3, written like 0,2-3, was 1-4",
            "cpus.target: must be a list of CPUs out of 0-3, written like 0,2-3, was 0;1",
            "cpus.drivers: unknown key; did you mean driver?",
            "validity.sent: must be a number from 0 to 100, was 101",
            "validity.stall: must be a duration from 1ms to 60s, written like 500ms, 10s or 2m, was"
                + " 0s",
            "validity.samples: must be a whole number from 1 to 1000000, was 0",
            "validity.percentile: must be a number from 50 to 99.999, was 100",
            "validity.driver_cpu: unknown key; did you mean driver-cpu?",
            "validity.drift: must be a number from 0 to 10000, was x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stages: 5                   | stages: must be a list, was 5",
        "stages: []                  | stages: at least one stage is needed, was none",
        "stages: [7]                 | stages[1]: must be a map of keys, was 7",
        "stages: [{users: [1], hold: 5s}] | stages[1].users: must be a single value, was a list",
        "stages: [{users: , hold: 5s}]"
            + " | stages[1].users: must be a whole number from 1 to 20000, was empty",
        "[1, 2]                      | bad.yaml: must be a map of keys, was a list",
        "'stages: [{'                | bad.yaml: is no YAML at line 1, column 11",
        "'a: 1\tb: 2: 3'             | bad.yaml: is no YAML",
        "''                          | bad.yaml: is empty",
      })
  void namesTheShapeThatWasExpected(String yaml, String problem) {
    assertThat(problemsOf("bad.yaml", yaml, PlanOverrides.NONE))
        .anySatisfy(found -> assertThat(found).startsWith(problem));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "Infinity", ".nan", "1f", "1001", "fast"})
  void refusesARateThatIsNoPositiveNumber(String rate) {
    assertThat(problemsOf(ONE_STAGE + "workload: { rate: " + rate + " }"))
        .containsExactly("workload.rate: must be a number from 0.001 to 1000, was " + rate);
  }

  @Test
  void refusesAnEmptyListOfTargets() {
    assertThat(problemsOf(ONE_STAGE + "targets: []"))
        .containsExactly("targets: at least one target is needed, was none");
  }

  @Test
  void takesAWarmUpWithMoreUsersThanTheFirstStage() throws InputException {
    String yaml = ONE_STAGE + "warm-up: { users: 21, hold: 1s }";
    ExperimentPlan plan = reader.read("f.yaml", yaml, PlanOverrides.NONE);

    assertThat(plan.warmUp().orElseThrow().users()).isEqualTo(21);
    assertThat(plan.maxUsers()).isEqualTo(21);
  }

  @Test
  void everyRepetitionHasASeedOfItsOwnAndTheFirstThePlans() throws InputException {
    ExperimentPlan plan = reader.read("f.yaml", ONE_STAGE + "seed: 7", PlanOverrides.NONE);

    assertThat(plan.seed(1)).isEqualTo(7);
    assertThat(LongStream.rangeClosed(1, 100).map(r -> plan.seed((int) r)).distinct()).hasSize(100);
    assertThat(plan.seed(2)).isEqualTo(plan.withSeed(plan.seed(2)).seed(1));
  }

  @Test
  void aDriverThatIsPinnedHasALoopForEachOfItsCpus() throws InputException {
    assertThat(reader.read("f.yaml", ONE_STAGE + "cpus: { driver: 1-3 }", PlanOverrides.NONE))
        .extracting(plan -> plan.driver().cores())
        .isEqualTo(3);
  }

  @Test
  void refusesMoreLoopsThanTheDriverHasCpus() {
    assertThat(problemsOf(ONE_STAGE + "driver: { cores: 3 }\ncpus: { driver: 0-1 }"))
        .containsExactly(
            "driver.cores: must be at most the number of the driver's CPUs, 2 (cpus.driver: 0-1),"
                + " was 3");
  }

  @Test
  void refusesToPinWhereTheKernelIsNotLinux() {
    PlanReader elsewhere =
        new PlanReader(PAPER_TARGETS, new Machine(4, Optional.empty(), OptionalLong.empty()));

    assertThatThrownBy(() ->
            elsewhere.read(
                "f.yaml",
                ONE_STAGE + "cpus: { driver: 0 }",
                new PlanOverrides(Map.of("--cpus-target", "1"), List.of())))
        .hasMessage(
            "cpus.driver: needs Linux, which alone can pin, was 0\n"
                + "--cpus-target: needs Linux, which alone can pin, was 1");
  }

  /** Whatever else the plan has: a new key is none of this test's business. */
  private static void assertHas(ExperimentPlan plan, String yaml) {
    assertHas(
        "the plan",
        PlanTree.of(plan),
        new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }

  private static void assertHas(String at, Object actual, Object expected) {
    switch (expected) {
      case Map<?, ?> map -> {
        assertThat(actual).as(at).isInstanceOf(Map.class);
        map.forEach(
            (key, value) -> assertHas(at + "." + key, ((Map<?, ?>) actual).get(key), value));
      }
      case List<?> list -> {
        assertThat(actual).as(at).isInstanceOf(List.class);
        assertThat((List<?>) actual).as(at).hasSameSizeAs(list);
        for (int i = 0; i < list.size(); i++) {
          assertHas(at + "[" + i + "]", ((List<?>) actual).get(i), list.get(i));
        }
      }
      default -> assertThat(String.valueOf(actual)).as(at).isEqualTo(expected.toString());
    }
  }

  private static List<Variant> allTargets() {
    List<String> names = PAPER_TARGETS.stream().sorted().toList();
    return names.stream()
        .map(name -> Variant.of(name, Map.of()).at(names.indexOf(name) + 1))
        .toList();
  }

  private static Variant contained(String target, Map<String, String> parameters, int place) {
    return new Variant(target, target, LauncherChoice.DOCKER, parameters, LIMITS, place);
  }

  private List<String> problemsOf(String yaml) {
    return problemsOf("file.yaml", yaml, PlanOverrides.NONE);
  }

  private List<String> problemsOf(String name, String yaml, PlanOverrides overrides) {
    InputException thrown =
        catchThrowableOfType(InputException.class, () -> reader.read(name, yaml, overrides));
    return thrown.problems().stream().map(Problem::toString).toList();
  }
}
