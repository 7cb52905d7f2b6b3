package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.BalancerChoice;
import org.boardbench.plan.model.DriverSpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.LoopChoice;
import org.boardbench.plan.model.ReplicaSpec;
import org.boardbench.plan.model.Variant;
import org.junit.jupiter.api.Test;

class VariantsReaderTest {
  private static final String FILE =
      """
      stages: [{ users: 20, hold: 5s }]
      launcher: docker
      limits: { cpus: 2, memory: 1g }
      parameters: { spring: { heap: 256m, gc: G1 } }
      targets:
        - name: small
          target: spring
          parameters: { heap: 512m }
          title: Spring 512m
          note: Why.
          group: heaps
        - name: large
          target: spring
          launcher: process
          parameters: { heap: 1g }
          limits: { memory: 2g }
        - node
      """;

  private final PlanReader reader = new PlanReader(Set.of("spring", "node"), Machines.ofCores(4));

  @Test
  void twoVariantsOfOneTargetDifferInWhatTheySayAndHaveTheRestFromThePlan() throws InputException {
    LimitsSpec limits = new LimitsSpec(OptionalDouble.of(2), OptionalLong.of(1L << 30));

    assertThat(plan(PlanOverrides.NONE).variants())
        .containsExactly(
            new Variant(
                    "small",
                    "spring",
                    LauncherChoice.DOCKER,
                    Map.of("heap", "512m", "gc", "G1"),
                    limits,
                    1)
                .with(Variant.TITLE, "Spring 512m")
                .with(Variant.NOTE, "Why.")
                .with(Variant.GROUP, "heaps"),
            new Variant(
                "large",
                "spring",
                LauncherChoice.PROCESS,
                Map.of("heap", "1g", "gc", "G1"),
                new LimitsSpec(OptionalDouble.of(2), OptionalLong.of(2L << 30)),
                2),
            new Variant("node", "node", LauncherChoice.DOCKER, Map.of(), limits, 3));
  }

  @Test
  void aVariantIsMeasuredByThePlansDriverButForTheLoopAndTheGatheringThatItNames()
      throws InputException {
    String file =
        """
        stages: [{ users: 20, hold: 5s }]
        driver: { cores: 2, loop: native, gather: 0s }
        targets:
          - spring
          - { name: ring, target: spring, loop: io_uring }
          - { name: slow, target: spring, gather: 200us }
        """;

    ExperimentPlan plan = reader.read("plan.yaml", file, PlanOverrides.NONE);
    List<DriverSpec> drivers =
        plan.variants().stream().map(variant -> variant.driver(plan.driver())).toList();

    assertThat(drivers.getFirst()).isEqualTo(plan.driver());
    assertThat(drivers)
        .extracting(DriverSpec::loop)
        .containsExactly(LoopChoice.NATIVE, LoopChoice.IO_URING, LoopChoice.NATIVE);
    assertThat(drivers)
        .extracting(driver -> driver.gather().toNanos())
        .containsExactly(0L, 0L, 200_000L);
    assertThat(drivers).extracting(DriverSpec::cores).containsOnly(2);
  }

  @Test
  void severalReplicasAreBehindABalancerUnlessAPlanSaysOtherwise() throws InputException {
    String file =
        """
        stages: [{ users: 20, hold: 5s }]
        targets:
          - spring
          - { name: four, target: spring, replicas: 4 }
          - { name: fronted, target: spring, balancer: nginx }
          - { name: direct, target: spring, replicas: 2, balancer: direct }
        """;

    assertThat(reader.read("a.yaml", file, PlanOverrides.NONE).variants())
        .extracting(Variant::replicas)
        .containsExactly(
            ReplicaSpec.ONE,
            new ReplicaSpec(4, BalancerChoice.HAPROXY),
            new ReplicaSpec(1, BalancerChoice.NGINX),
            new ReplicaSpec(2, BalancerChoice.DIRECT));
  }

  @Test
  void anEmptyTitleNoteOrGroupIsAsNone() throws InputException {
    String named = "stages: [{ users: 20, hold: 5s }]\ntargets: [{ name: small, target: spring";

    assertThat(
            PlanTree.of(
                reader.read(
                    "a.yaml", named + ", title: '', note: '', group: '' }]\n", PlanOverrides.NONE)))
        .isEqualTo(PlanTree.of(reader.read("a.yaml", named + " }]\n", PlanOverrides.NONE)));
  }

  @Test
  void aGroupKeepsToALineOfTwoHundredCharacters() {
    assertThat(
            problems(
                "stages: [{ users: 20, hold: 5s }]\ntargets: [{ target: node, group: "
                    + "x".repeat(201)
                    + " }]\n",
                PlanOverrides.NONE))
        .singleElement()
        .asString()
        .startsWith("targets[1].group: must be up to 200 characters in a line, was xxx");
  }

  @Test
  void theOptionTakesNamesOfVariantsAndOfTargets() throws InputException {
    List<Variant> variants = plan(targets("large,spring,small@process")).variants();

    assertThat(variants)
        .extracting(Variant::name)
        .containsExactly("large", "spring", "small@process");
    assertThat(variants).extracting(Variant::target).containsOnly("spring");
    assertThat(variants)
        .extracting(Variant::launcher)
        .containsExactly(LauncherChoice.PROCESS, LauncherChoice.DOCKER, LauncherChoice.PROCESS);
    assertThat(variants)
        .extracting(variant -> variant.parameters().get("heap"))
        .containsExactly("1g", "256m", "512m");
    assertThat(variants)
        .as("a variant of the file keeps its place, others come after all of the file")
        .extracting(Variant::place)
        .containsExactly(2, 4, 5);
  }

  @Test
  void setGivesAParameterToOneVariantOrToAllOfATarget() throws InputException {
    List<Variant> variants =
        plan(new PlanOverrides(Map.of(), List.of("spring.gc=Z", "large.heap=3g"))).variants();

    assertThat(variants.get(0).parameters()).isEqualTo(Map.of("heap", "512m", "gc", "Z"));
    assertThat(variants.get(1).parameters()).isEqualTo(Map.of("heap", "3g", "gc", "Z"));
    assertThat(variants.get(2).parameters()).isEmpty();
  }

  @Test
  void tellsEveryProblemOfVariantsAtOnce() {
    assertThat(
            problems(
                """
                stages: [{ users: 20, hold: 5s }]
                targets:
                  - { name: a, target: spring }
                  - { name: a, target: node }
                  - { name: d, target: node, place: 1 }
                  - { name: node, target: spring }
                  - { name: a.b, target: spring, lancher: docker }
                  - { target: sprin, launcher: podman, limits: { cpus: 9, memry: 1g } }
                  - { name: c }
                  - [node]
                """,
                targets("b,node@podman")))
        .containsExactlyInAnyOrder(
            "targets[2].name: each name once, was a again",
            "targets: each place once, was 1 again, of d",
            "targets[4].name: must not be the name of another target than spring, was node",
            "targets[5].lancher: unknown key; did you mean launcher?",
            "targets[5].name: must be 1 to 60 letters, digits, '_', '-' or '@', the first a letter"
                + " or digit, was a.b",
            "targets[6].target: must be one of node, spring, was sprin; did you mean spring?",
            "targets[6].launcher: must be process, docker or kubernetes, was podman",
            "targets[6].limits.cpus: must be a number from 0.01 to 4, was 9",
            "targets[6].limits.memry: unknown key; did you mean memory?",
            "targets[7].target: is missing",
            "targets[8]: must be a single value, was a list",
            "--targets: must be one of a, d, node, spring, was b; did you mean a?",
            "--targets: after @ must be process, docker or kubernetes, was node@podman");
  }

  private static PlanOverrides targets(String names) {
    return new PlanOverrides(Map.of("--targets", names), List.of());
  }

  private ExperimentPlan plan(PlanOverrides overrides) throws InputException {
    return reader.read("f.yaml", FILE, overrides);
  }

  private List<String> problems(String yaml, PlanOverrides overrides) {
    return catchThrowableOfType(InputException.class, () -> reader.read("f.yaml", yaml, overrides))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }
}
