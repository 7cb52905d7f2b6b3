package org.boardbench.trial.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.Specimens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultObjectionsTest {
  private static final FaultMeans ALL = new FaultMeans(Optional.empty(), true);

  private static ExperimentPlan plan(String launcher, String fault) throws InputException {
    return new PlanReader(Set.of("healthy"))
        .read(
            "f.yaml",
            """
            targets: [healthy]
            launcher: %s
            stages: [{ users: 20, hold: 30s, faults: [{ at: 5s, %s }] }]
            """
                .formatted(launcher, fault),
            PlanOverrides.NONE);
  }

  /** The problem of a target that has the companion {@code store}. */
  private static Optional<String> problem(String launcher, String fault) throws InputException {
    return problem(launcher, fault, ALL);
  }

  private static Optional<String> problem(String launcher, String fault, FaultMeans means)
      throws InputException {
    Map<String, TargetManifest> manifests = Map.of("healthy", Specimens.manifest("healthy"));
    return FaultObjections.of(plan(launcher, fault), manifests, means).stream()
        .map(Problem::toString)
        .findFirst();
  }

  @Test
  void aFaultOfWhatTheTargetHasIsNoProblem() throws InputException {
    assertThat(problem("process", "kind: kill")).isEmpty();
    assertThat(problem("process", "kind: kill, what: worker")).isEmpty();
    assertThat(problem("process", "kind: stop, what: store, for: 1s")).isEmpty();
    assertThat(problem("process", "kind: partition, for: 1s")).isEmpty();
    assertThat(problem("process", "kind: slow, between: store, delay: 5ms, for: 1s")).isEmpty();
    assertThat(problem("process", "kind: fill, what: store, memory: 64m, for: 1s")).isEmpty();
    assertThat(problem("docker", "kind: cut, share: 50%")).isEmpty();
  }

  @Test
  void ofATargetOnAnotherMachineOnlyConnectionsCanBeCut() throws InputException {
    String there = "process\nsut: { host: 10.0.0.5:7900 }";

    assertThat(problem(there, "kind: cut, share: 50%")).isEmpty();
    assertThat(problem(there, "kind: kill"))
        .contains(
            "stages[1].faults[1].kind: must be cut where sut.host starts targets: the others need"
                + " processes of this machine, was kill");
  }

  @Test
  void aNetworkHasTheDriverOnItsOtherSideOrWhoTheTargetConnectsTo() throws InputException {
    assertThat(problem("process", "kind: partition, between: redis, for: 1s"))
        .contains(
            "stages[1].faults[1].between: must be driver or a companion to which every target"
                + " connects, and healthy has store, was redis");
  }

  @Test
  void whoIsReachedThroughACompanionDoesNotConnectToIt() throws InputException {
    Map<String, TargetManifest> manifests =
        Map.of("healthy", Specimens.manifest("behind-a-companion"));
    ExperimentPlan plan = plan("process", "kind: slow, between: front, delay: 5ms, for: 1s");

    assertThat(FaultObjections.of(plan, manifests, ALL))
        .extracting(Problem::toString)
        .containsExactly(
            "stages[1].faults[1].between: must be driver or a companion to which every target"
                + " connects, and healthy has none, was front");
  }

  @Test
  void aPartitionWithoutTheRightToDropPacketsIsRefusedWithTheRemedy() throws InputException {
    FaultMeans none =
        new FaultMeans(Optional.of("needs nft to drop packets: install nftables"), true);

    assertThat(problem("process", "kind: partition, for: 1s", none))
        .contains(
            "stages[1].faults[1].kind: needs nft to drop packets: install nftables, was partition");
    assertThat(problem("process", "kind: slow, delay: 5ms, for: 1s", none)).isEmpty();
  }

  @Test
  void aLimitThatIsToGoDownNeedsAControlGroup() throws InputException {
    FaultMeans none = new FaultMeans(Optional.empty(), false);

    assertThat(problem("process", "kind: fill, cpus: 0.5, for: 1s", none).orElseThrow())
        .startsWith("stages[1].faults[1].kind: needs control groups of this harness's own")
        .endsWith("was fill");
  }

  @Test
  void anUnknownCompanionIsNamedWithThoseThatThereAre() throws InputException {
    assertThat(problem("process", "kind: kill, what: redis"))
        .contains(
            "stages[1].faults[1].what: must be target, replica, worker or a companion of every"
                + " target, and healthy has store, was redis");
  }

  @Test
  void aReplicaCanOnlyFailWhereThereAreSeveral() throws InputException {
    assertThat(problem("process", "kind: rolling-restart"))
        .contains(
            "stages[1].faults[1].what: needs several replicas of every target, and healthy has one,"
                + " was replica");
  }

  @Test
  void theProcessesOfAContainerAreNotTheHarnesss() throws InputException {
    assertThat(problem("docker", "kind: kill"))
        .contains(
            "stages[1].faults[1].kind: needs processes that this harness has started, and healthy is"
                + " started by docker, was kill");
    assertThat(problem("docker", "kind: slow, delay: 5ms, for: 1s"))
        .contains(
            "stages[1].faults[1].kind: needs processes that this harness has started, and healthy is"
                + " started by docker, was slow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"recovery.yaml", "recovery-scaled.yaml", "recovery-network.yaml"})
  void theShippedExperimentsCanBeRunAsTheyAre(String name) throws Exception {
    TargetCatalog catalog = new TargetCatalog(Path.of("../.."));
    ExperimentPlan plan =
        new PlanReader(Set.copyOf(catalog.names()))
            .read(
                name,
                Files.readString(Path.of("../experiments").resolve(name)),
                PlanOverrides.NONE);

    assertThat(plan.hasFaults()).isTrue();
    assertThat(FaultObjections.of(plan, catalog.manifests(plan.variants()), ALL)).isEmpty();
  }

  @Test
  void aServerThatSomeoneElseStartedHasNoneEither() throws InputException {
    assertThat(FaultObjections.of(plan("process", "kind: restart"), Map.of(), FaultMeans.NONE))
        .extracting(Problem::toString)
        .containsExactly(
            "stages[1].faults[1].kind: must be cut: a server that someone else started has no"
                + " processes of this harness, was restart");
  }
}
