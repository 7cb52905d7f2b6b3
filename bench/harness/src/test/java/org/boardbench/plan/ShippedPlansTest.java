package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.account.ledger.HeapEstimate;
import org.boardbench.input.InputException;
import org.boardbench.plan.model.CompressionChoice;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.plan.model.LoopChoice;
import org.boardbench.plan.model.RampShape;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.trial.fault.FaultMeans;
import org.boardbench.trial.fault.FaultObjections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plans that come with the program. */
class ShippedPlansTest {
  private static final TargetCatalog TARGETS = new TargetCatalog(Path.of("../.."));

  @Test
  void thePaperPlanIsTheOneOfThePaper() throws Exception {
    ExperimentPlan plan = shipped("paper.yaml");

    assertThat(plan.stages())
        .extracting(StageSpec::users)
        .containsExactly(100, 300, 500, 700, 1000);
    assertThat(plan.stages()).allMatch(stage -> stage.hold().equals(Duration.ofMinutes(1)));
    assertThat(plan.workload()).isEqualTo(new WorkloadSpec(10, 1, 300));
    assertThat(plan.repetitions()).isEqualTo(3);
    assertThat(plan.warmUp()).isEmpty();
    assertThat(plan.variants()).hasSize(13);
    assertThat(plan.variants())
        .filteredOn(variant -> variant.parameters().isEmpty())
        .as("six for production, and the floor")
        .hasSize(7);
  }

  @Test
  void thePaperPlanHasEveryServerAsThePaperDescribesItByTheNamesOfTheStylesPlan() throws Exception {
    assertThat(plainOnes(shipped("paper.yaml")))
        .hasSize(6)
        .isEqualTo(plainOnes(shipped("styles.yaml")));
  }

  @Test
  void theQuickPlanHoldsEveryTargetForAboutHalfAMinute() throws Exception {
    ExperimentPlan plan = shipped("quick.yaml");

    Duration trial =
        plan.stages().stream()
            .map(stage -> stage.ramp().plus(stage.hold()))
            .reduce(Duration.ZERO, Duration::plus);
    assertThat(trial).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(35));
    assertThat(plan.variants()).hasSize(7);
    assertThat(plan.repetitions()).isEqualTo(1);
  }

  @Test
  void theStylesPlanHasEveryServerPlainBesideItselfForProduction() throws Exception {
    ExperimentPlan plan = shipped("styles.yaml");

    assertThat(targets(plan, Map.of("style", "plain")))
        .hasSize(6)
        .isEqualTo(targets(plan, Map.of()));
  }

  @Test
  void bothGroupsListTheServersInOneOrderSoThatReportsShowEachInOneLook() throws Exception {
    for (String name : List.of("paper.yaml", "styles.yaml")) {
      assertThat(inGroup(shipped(name), "plain"))
          .as(name)
          .hasSize(6)
          .isEqualTo(inGroup(shipped(name), "production"));
    }
  }

  @Test
  void theTuningPlanSetsEachChoiceBesideItsServerForProductionInEnoughRepetitionsToPairStarts()
      throws Exception {
    ExperimentPlan plan = shipped("tuning.yaml");

    assertThat(targets(plan, Map.of()))
        .containsExactly("spring-websocket", "spring-stomp", "node-ws", "fastapi", "fastapi-nginx");
    assertThat(plan.driver().compression()).isEqualTo(CompressionChoice.OFFERED);
    assertThat(plan.variants())
        .allSatisfy(variant ->
            assertThat(variant.values().given(Variant.GROUP)).as(variant.name()).isPresent());
    assertThat(plan.repetitions()).isGreaterThan(6);
    assertThat(
            plan.variants().stream()
                .collect(
                    Collectors.groupingBy(
                        variant -> variant.values().given(Variant.GROUP).orElseThrow(),
                        Collectors.counting()))
                .values())
        .as("more than about seven in one figure are hard to tell apart")
        .allMatch(variants -> variants <= 8);
  }

  @Test
  void thePlanOfAllServersHasEachFolderOfTargetsInAGroupThatOneFigureCanShow() throws Exception {
    ExperimentPlan plan = shipped("all-servers.yaml");

    assertThat(plan.variants()).extracting(Variant::target).containsAll(TARGETS.names());
    assertThat(
            plan.variants().stream()
                .flatMap(variant -> variant.values().given(Variant.GROUP).stream())
                .collect(Collectors.groupingBy(group -> group, Collectors.counting()))
                .values())
        .allMatch(variants -> variants <= 8);
  }

  @ParameterizedTest
  @CsvSource({
    "node-ws-cluster-redis, channels, board, one",
    "socketio-cluster-redis, adapter, sharded, streams",
    "fastapi-workers-redis, channels, board, one"
  })
  void theScaleOutPlanHasEachRedisServerWithEachNumberOfWorkersJoinedInEitherWay(
      String target, String parameter, String perBoard, String forAll) throws Exception {
    List<Map<String, String>> each =
        Stream.of(perBoard, forAll)
            .flatMap(joined ->
                Stream.of("1", "2", "4")
                    .map(workers -> Map.of("workers", workers, parameter, joined)))
            .toList();

    assertThat(shipped("scale-out.yaml").variants())
        .filteredOn(variant -> variant.target().equals(target) && !isBalanced(variant))
        .extracting(Variant::parameters)
        .containsExactlyElementsOf(each);
  }

  private static boolean isBalanced(Variant variant) {
    return variant.replicas().isBalanced();
  }

  @ParameterizedTest
  @CsvSource({"node-ws-cluster-redis", "fastapi-workers-redis"})
  void theScaleOutPlanHasAsManyReplicasBehindABalancerAsWorkers(String target) throws Exception {
    assertThat(shipped("scale-out.yaml").variants())
        .filteredOn(variant -> variant.target().equals(target) && isBalanced(variant))
        .allSatisfy(variant -> assertThat(variant.parameters()).containsEntry("workers", "1"))
        .extracting(variant -> variant.replicas().number())
        .containsExactly(1, 2, 4);
  }

  @Test
  void theScaleOutPlanHasEachOfItsServersAsASingleProcessToo() throws Exception {
    ExperimentPlan plan = shipped("scale-out.yaml");

    assertThat(targets(plan, Map.of())).containsExactly("node-ws", "socketio", "fastapi");
  }

  @Test
  void theRecoveryPlanHasThePapersServersAndEveryKindOfFaultInEnoughStarts() throws Exception {
    ExperimentPlan plan = shipped("recovery.yaml");

    assertThat(targets(plan, Map.of())).hasSize(6);
    assertThat(plan.stages())
        .flatExtracting(StageSpec::faults)
        .extracting(FaultSpec::kind)
        .contains(
            FaultSpec.Kind.KILL, FaultSpec.Kind.STOP, FaultSpec.Kind.RESTART, FaultSpec.Kind.CUT);
    assertThat(plan.repetitions()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void theRecoveryPlansHaveEveryKindOfFaultAndAtMostOneInAStage() throws Exception {
    List<StageSpec> stages = new ArrayList<>();
    for (String name : List.of("recovery.yaml", "recovery-scaled.yaml", "recovery-network.yaml")) {
      stages.addAll(shipped(name).stages());
    }
    Set<FaultSpec.Kind> kinds = EnumSet.allOf(FaultSpec.Kind.class);
    kinds.remove(FaultSpec.Kind.ROLLING_RESTART); // of replicas, which rolling-restart.yaml has

    assertThat(stages).allMatch(stage -> stage.faults().size() <= 1);
    assertThat(stages)
        .flatExtracting(StageSpec::faults)
        .extracting(FaultSpec::kind)
        .containsAll(kinds);
  }

  @Test
  void theScaledRecoveryPlanHasWhatOnlyServersOfSeveralProcessesCanLose() throws Exception {
    ExperimentPlan plan = shipped("recovery-scaled.yaml");

    assertThat(plan.stages())
        .flatExtracting(StageSpec::faults)
        .extracting(FaultSpec::what)
        .contains(FaultSpec.WORKER, "redis", FaultSpec.TARGET);
    assertThat(plan.stages().getLast().rampShape()).isEqualTo(RampShape.FLASH_CROWD);
    assertThat(plan.repetitions()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void theRollingRestartPlanIsOfReplicasWhoseUsersComeAndGo() throws Exception {
    ExperimentPlan plan = shipped("rolling-restart.yaml");

    assertThat(plan.variants()).allMatch(variant -> variant.replicas().areSeveral());
    assertThat(plan.stages()).allMatch(stage -> stage.churn().isPresent());
    assertThat(plan.stages().getFirst().faults())
        .extracting(FaultSpec::kind)
        .containsExactly(FaultSpec.Kind.ROLLING_RESTART);
    assertThat(FaultObjections.of(plan, TARGETS.manifests(plan.variants()), FaultMeans.NONE))
        .isEmpty();
  }

  @Test
  void theLoopsPlanHasTwoServersUnderEachLoopInEnoughRepetitionsToPairStarts() throws Exception {
    ExperimentPlan plan = shipped("loops.yaml");

    for (String target : List.of("node-ws", "spring-websocket")) {
      assertThat(plan.variants())
          .filteredOn(variant -> variant.target().equals(target))
          .extracting(variant -> variant.driver(plan.driver()).loop())
          .contains(LoopChoice.NATIVE, LoopChoice.IO_URING, LoopChoice.NIO);
      for (LoopChoice loop : List.of(LoopChoice.NATIVE, LoopChoice.IO_URING)) {
        assertThat(plan.variants())
            .filteredOn(variant -> variant.target().equals(target))
            .map(variant -> variant.driver(plan.driver()))
            .filteredOn(driver -> driver.loop() == loop)
            .extracting(driver -> driver.gather().toNanos() / 1_000)
            .containsExactlyInAnyOrder(0L, 50L, 200L);
      }
    }
    assertThat(plan.stages()).extracting(StageSpec::users).containsExactly(500, 800, 1000);
    assertThat(plan.repetitions()).isGreaterThan(6);
  }

  @Test
  void theSoakPlanHoldsEachServerForAnHourWithUsersWhoComeAndGo() throws Exception {
    ExperimentPlan plan = shipped("soak.yaml");

    assertThat(plan.stages())
        .singleElement()
        .satisfies(stage -> {
          assertThat(stage.hold()).isEqualTo(Duration.ofHours(1));
          assertThat(stage.churn()).isPresent();
        });
    assertThat(HeapEstimate.problem(plan, 2L << 30)).as("a machine of 8 GiB will do").isEmpty();
  }

  private static List<String> inGroup(ExperimentPlan plan, String group) {
    return plan.variants().stream()
        .filter(variant -> variant.values().given(Variant.GROUP).filter(group::equals).isPresent())
        .map(Variant::target)
        .toList();
  }

  /** Target → name. */
  private static Map<String, String> plainOnes(ExperimentPlan plan) {
    return plan.variants().stream()
        .filter(variant -> variant.parameters().equals(Map.of("style", "plain")))
        .collect(Collectors.toMap(Variant::target, Variant::name));
  }

  private static List<String> targets(ExperimentPlan plan, Map<String, String> parameters) {
    return plan.variants().stream()
        .filter(variant -> variant.parameters().equals(parameters))
        .map(Variant::target)
        .toList();
  }

  private static ExperimentPlan shipped(String name) throws IOException, InputException {
    Path file = Path.of("../experiments").resolve(name);
    return new PlanReader(Set.copyOf(TARGETS.names()), Machines.ofCores(4))
        .read(name, Files.readString(file), PlanOverrides.NONE);
  }
}
