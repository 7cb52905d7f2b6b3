package org.boardbench.plan;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.CpuSpec;
import org.boardbench.plan.model.DriverSpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LaunchSpec;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.LoopChoice;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.model.WorkloadSpec;
import org.junit.jupiter.api.Test;

class PlanOverridesTest {
  private static final String FILE =
      """
      targets: [node-ws, fastapi]
      workload: { boards: 10, rate: 1, payload: 300 }
      warm-up: { users: 100, hold: 1s }
      stages:
        - { users: 100, ramp: 1s, hold: 10s }
        - { users: 300, ramp: 3s, hold: 30s }
      parameters: { node-ws: { workers: 1, heap: 1g } }
      """;

  private final PlanReader reader =
      new PlanReader(Set.of("node-ws", "fastapi", "spring"), Machines.ofCores(4));

  @Test
  void usersReplaceTheStagesAndTakeRampAndHoldByPosition() throws InputException {
    ExperimentPlan plan = plan(Map.of("--users", "50, 60,70"));

    assertThat(plan.stages())
        .containsExactly(
            new StageSpec(50, Duration.ofSeconds(1), Duration.ofSeconds(10)),
            new StageSpec(60, Duration.ofSeconds(3), Duration.ofSeconds(30)),
            new StageSpec(70, Duration.ofSeconds(3), Duration.ofSeconds(30)));
  }

  @Test
  void fewerUsersByOptionCutTheWarmUpInsteadOfRefusingIt() throws InputException {
    assertThat(plan(Map.of("--users", "50")).warmUp())
        .contains(new StageSpec(50, Duration.ofSeconds(5), Duration.ofSeconds(1)));
  }

  @Test
  void holdAndRampReplaceThoseOfEveryStage() throws InputException {
    ExperimentPlan plan = plan(Map.of("--hold", "5s", "--ramp", "0s"));

    assertThat(plan.stages())
        .containsExactly(
            new StageSpec(100, Duration.ZERO, Duration.ofSeconds(5)),
            new StageSpec(300, Duration.ZERO, Duration.ofSeconds(5)));
  }

  @Test
  void everyOtherOptionReplacesItsValue() throws InputException {
    ExperimentPlan plan =
        plan(
            Map.ofEntries(
                entry("--targets", "spring"),
                entry("--repetitions", "4"),
                entry("--rate", "2.5"),
                entry("--boards", "3"),
                entry("--payload", "400"),
                entry("--seed", "7"),
                entry("--drain", "900ms"),
                entry("--driver-cores", "1"),
                entry("--driver-loop", "nio"),
                entry("--cpus-driver", "1"),
                entry("--cpus-target", "0,2-3"),
                entry("--cpus-companions", "0"),
                entry("--launcher", "docker"),
                entry("--limit-cpus", "0.5"),
                entry("--limit-memory", "1g")));

    assertThat(plan.variants()).extracting(Variant::name).containsExactly("spring");
    assertThat(plan.repetitions()).isEqualTo(4);
    assertThat(plan.workload()).isEqualTo(new WorkloadSpec(3, 2.5, 400));
    assertThat(plan.seed()).isEqualTo(7);
    assertThat(plan.deadlines().drain()).isEqualTo(Duration.ofMillis(900));
    assertThat(plan.driver())
        .isEqualTo(DriverSpec.onCores(1).with(DriverSpec.LOOP, LoopChoice.NIO));
    assertThat(plan.cpus())
        .isEqualTo(new CpuSpec(Optional.of("1"), Optional.of("0,2-3"), Optional.of("0")));
    assertThat(plan.launch())
        .isEqualTo(
            new LaunchSpec(
                LauncherChoice.DOCKER,
                new LimitsSpec(OptionalDouble.of(0.5), OptionalLong.of(1L << 30))));
  }

  @Test
  void setReplacesOneParameterAndKeepsTheOthers() throws InputException {
    ExperimentPlan plan =
        reader.read(
            "f.yaml",
            FILE,
            new PlanOverrides(Map.of(), List.of("node-ws.workers=4", "fastapi.args=a=b")));

    assertThat(plan.variants())
        .containsExactly(
            Variant.of("node-ws", Map.of("workers", "4", "heap", "1g")),
            Variant.of("fastapi", Map.of("args", "a=b")).at(2));
  }

  @Test
  void tellsTheProblemsOfFileAndOptionsInOneGo() {
    assertThat(
            problems(
                FILE + "colour: red\n",
                new PlanOverrides(
                    Map.of("--users", "0,abc", "--targets", "nope"),
                    List.of("spring.heap=1g", "heap=1g", "sprang.heap=1g"))))
        .containsExactlyInAnyOrder(
            "colour: unknown key",
            "--users: must be a whole number from 1 to 20000, was 0",
            "--users: must be a whole number from 1 to 20000, was abc",
            "--targets: must be one of fastapi, node-ws, spring, was nope",
            "--set: must be target.parameter=value, was heap=1g",
            "--set: must be one of fastapi, node-ws, spring, was sprang; did you mean spring?");
  }

  @Test
  void bringsUpATargetBesideItselfInTwoWays() throws InputException {
    ExperimentPlan plan =
        reader.read(
            "f.yaml",
            FILE,
            new PlanOverrides(
                Map.of("--targets", "node-ws,node-ws@docker"), List.of("node-ws.heap=2g")));

    assertThat(plan.variants())
        .extracting(Variant::name)
        .containsExactly("node-ws", "node-ws@docker");
    assertThat(plan.variants()).extracting(Variant::target).containsOnly("node-ws");
    assertThat(plan.variants())
        .extracting(Variant::launcher)
        .containsExactly(LauncherChoice.PROCESS, LauncherChoice.DOCKER);
    assertThat(plan.variants())
        .extracting(target -> target.parameters().get("heap"))
        .containsOnly("2g");
  }

  @Test
  void givesAParameterToOneOfTwoWaysAlone() throws InputException {
    ExperimentPlan plan =
        reader.read(
            "f.yaml",
            FILE,
            new PlanOverrides(
                Map.of("--targets", "node-ws,node-ws@docker"), List.of("node-ws@docker.heap=2g")));

    assertThat(plan.variants())
        .extracting(target -> target.parameters().get("heap"))
        .containsExactly("1g", "2g");
  }

  @Test
  void refusesALauncherThatThereIsNot() {
    assertThat(
            problems(
                FILE,
                new PlanOverrides(
                    Map.of("--targets", "node-ws@podman", "--launcher", "podman"), List.of())))
        .containsExactlyInAnyOrder(
            "--targets: after @ must be process, docker or kubernetes, was node-ws@podman",
            "--launcher: must be process, docker or kubernetes, was podman");
  }

  @Test
  void refusesLimitsThatTheMachineCannotGive() {
    assertThat(
            problems(
                FILE,
                new PlanOverrides(Map.of("--limit-cpus", "5", "--limit-memory", "8g"), List.of())))
        .containsExactlyInAnyOrder(
            "--limit-cpus: must be a number from 0.01 to 4, was 5",
            "--limit-memory: must be an amount of memory from 16m to 4g, written like 512m or 2g,"
                + " was 8g");
  }

  @Test
  void refusesAParameterOfATargetThatDoesNotRun() {
    assertThat(problems(FILE, new PlanOverrides(Map.of(), List.of("spring.heap=1g"))))
        .containsExactly("--set: must name a target of this run (node-ws, fastapi), was spring");
  }

  @Test
  void namesTheOptionThatMadeUsersFewerThanTheFilesBoards() {
    assertThat(problems(FILE, new PlanOverrides(Map.of("--users", "5"), List.of())))
        .containsExactly(
            "--users: must be at least the number of boards, 10 (workload.boards; --boards"
                + " replaces it), was 5");
  }

  @Test
  void namesTheOptionThatAsksForMoreBoardsThanUsers() {
    assertThat(problems(FILE, new PlanOverrides(Map.of("--boards", "101"), List.of())))
        .containsExactly(
            "--boards: must be at most the users of the smallest stage, 100 (stages[1].users),"
                + " was 101");
  }

  @Test
  void takesUsersThatShrinkAndRefusesThoseThatAreMissing() throws InputException {
    assertThat(plan(Map.of("--users", "30,20")).stages())
        .extracting(StageSpec::users)
        .containsExactly(30, 20);
    assertThat(problems(FILE, new PlanOverrides(Map.of("--users", "30,"), List.of())))
        .containsExactly("--users: must be a whole number from 1 to 20000, was empty");
  }

  private ExperimentPlan plan(Map<String, String> options) throws InputException {
    return reader.read("f.yaml", FILE, new PlanOverrides(options, List.of()));
  }

  private List<String> problems(String yaml, PlanOverrides overrides) {
    return catchThrowableOfType(InputException.class, () -> reader.read("f.yaml", yaml, overrides))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }
}
