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

class FaultObjectionsTest {
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
    Map<String, TargetManifest> manifests = Map.of("healthy", Specimens.manifest("healthy"));
    return FaultObjections.of(plan(launcher, fault), manifests).stream()
        .map(Problem::toString)
        .findFirst();
  }

  @Test
  void aFaultOfWhatTheTargetHasIsNoProblem() throws InputException {
    assertThat(problem("process", "kind: kill")).isEmpty();
    assertThat(problem("process", "kind: kill, what: worker")).isEmpty();
    assertThat(problem("process", "kind: stop, what: store, for: 1s")).isEmpty();
    assertThat(problem("docker", "kind: cut, share: 50%")).isEmpty();
  }

  @Test
  void anUnknownCompanionIsNamedWithThoseThatThereAre() throws InputException {
    assertThat(problem("process", "kind: kill, what: redis"))
        .contains(
            "stages[1].faults[1].what: must be target, worker or a companion of every target, and"
                + " healthy has store, was redis");
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
  }

  @Test
  void theShippedExperimentCanBeRunAsItIs() throws Exception {
    TargetCatalog catalog = new TargetCatalog(Path.of("../.."));
    ExperimentPlan plan =
        new PlanReader(Set.copyOf(catalog.names()))
            .read(
                "recovery.yaml",
                Files.readString(Path.of("../experiments/recovery.yaml")),
                PlanOverrides.NONE);

    assertThat(plan.hasFaults()).isTrue();
    assertThat(FaultObjections.of(plan, catalog.manifests(plan.variants()))).isEmpty();
  }

  @Test
  void aServerThatSomeoneElseStartedHasNoneEither() throws InputException {
    assertThat(FaultObjections.of(plan("process", "kind: restart"), Map.of()))
        .extracting(Problem::toString)
        .containsExactly(
            "stages[1].faults[1].kind: must be cut: a server that someone else started has no"
                + " processes of this harness, was restart");
  }
}
