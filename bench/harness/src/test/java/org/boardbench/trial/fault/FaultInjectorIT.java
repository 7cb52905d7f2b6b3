package org.boardbench.trial.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.proc.ProcStat;
import org.boardbench.host.sampling.Component;
import org.boardbench.junit.Patience;
import org.boardbench.results.row.FaultEvent;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.Specimens;
import org.junit.jupiter.api.Test;

/** Faults of real processes: a server and its companion. */
class FaultInjectorIT extends FaultScene {
  private long pid(String component) {
    return target.components().stream()
        .filter(one -> one.name().equals(component))
        .findFirst()
        .orElseThrow()
        .pid();
  }

  private static boolean isStopped(long pid) {
    return ProcFs.SYSTEM
        .read(pid + "/stat")
        .map(line -> line.substring(line.lastIndexOf(')') + 2))
        .filter(state -> state.startsWith("T"))
        .isPresent();
  }

  @Test
  void aKilledServerStaysAwayAndIsNoFailureOfTheTarget() throws Exception {
    long pid = pid(Component.SERVER);

    FaultEvent event = come("at: 20ms, kind: kill");

    assertThat(event.pids()).containsExactly(pid);
    assertThat(event.atNs().orElseThrow()).isGreaterThanOrEqualTo(20 * MS);
    assertThat(event.endedNs()).isEmpty();
    assertThat(target.isAlive()).isFalse();
    assertThat(target.failure()).isEmpty();
    assertThat(restarted).isEmpty();
  }

  @Test
  void aKilledServerWithADurationIsStartedAgainOnItsPort() throws Exception {
    long pid = pid(Component.SERVER);
    String endpoint = target.endpoint().shown();

    FaultEvent event = come("at: 1ms, kind: kill, for: 50ms");

    assertThat(event.pids()).containsExactly(pid);
    assertThat(event.endedNs().orElseThrow())
        .isGreaterThanOrEqualTo(event.atNs().orElseThrow() + 50 * MS);
    assertThat(restarted).extracting(Component::name).containsExactly(Component.SERVER);
    assertThat(pid(Component.SERVER)).isEqualTo(restarted.getFirst().pid()).isNotEqualTo(pid);
    assertThat(target.endpoint().shown()).isEqualTo(endpoint);
    assertThat(target.isAlive()).isTrue();
    assertThat(target.lastLines(1).getFirst()).as("in the same log").startsWith("greeting is");
  }

  @Test
  void aRestartedCompanionIsThereAgain() throws Exception {
    long pid = pid("store");

    FaultEvent event = come("at: 1ms, kind: restart, what: store");

    assertThat(event.pids()).containsExactly(pid);
    assertThat(restarted).extracting(Component::name).containsExactly("store");
    assertThat(ProcFs.SYSTEM.stat(Long.toString(pid)).filter(p -> !p.hasEnded())).isEmpty();
    assertThat(target.failure()).isEmpty();
    assertThat(target.isAlive()).isTrue();
  }

  /** A second signal ends many a program before it has said goodbye to its users. */
  @Test
  void aRestartedServerIsToldOnceAndTellsItsOwnProcesses() throws Exception {
    target.close();
    target = launched(Specimens.manifest("says-when-told"));
    long pid = pid(Component.SERVER);

    FaultEvent event = come("at: 1ms, kind: restart");

    assertThat(event.pids()).containsExactly(pid);
    assertThat(target.lastLines(20)).filteredOn("told to end"::equals).hasSize(1);
    assertThat(target.isAlive()).isTrue();
  }

  @Test
  void whatDiesByItselfAfterAPlannedRestartIsAFailureAgain() throws Exception {
    come("at: 1ms, kind: restart");
    ProcessHandle.of(pid(Component.SERVER)).orElseThrow().destroyForcibly();

    Patience.await("its end is seen", () -> target.failure().isPresent());
  }

  @Test
  void aStoppedServerGoesOnAfterItsTime() throws Exception {
    long pid = pid(Component.SERVER);

    FaultEvent event = come("at: 1ms, kind: stop, for: 30ms");

    assertThat(event.pids()).containsExactly(pid);
    assertThat(event.endedNs().orElseThrow())
        .isGreaterThanOrEqualTo(event.atNs().orElseThrow() + 30 * MS);
    assertThat(isStopped(pid)).isFalse();
    assertThat(target.isAlive()).isTrue();
  }

  @Test
  void aStoppedServerGoesOnWhenItsTrialIsBrokenOff() throws Exception {
    long pid = pid(Component.SERVER);
    FaultInjector injector = inject("at: 1ms, kind: stop, for: 30m");
    Patience.await("it is stopped", () -> isStopped(pid));

    injector.close();

    assertThat(isStopped(pid)).isFalse();
    FaultEvent event = injector.await().getFirst();
    assertThat(event.atNs()).isPresent();
    assertThat(event.endedNs()).as("nobody waited for its end").isEmpty();
  }

  @Test
  void whatHasNotComeWhenTheTrialIsBrokenOffNeverComes() throws Exception {
    FaultInjector injector = inject("at: 30m, kind: kill");

    injector.close();

    assertThat(injector.await().getFirst().atNs()).isEmpty();
    assertThat(injector.failure()).isEmpty();
    assertThat(target.isAlive()).isTrue();
  }

  private void launchReplicas(int number) throws Exception {
    target.close();
    target =
        launched(
            Specimens.manifest("healthy")
                .with(new TargetManifest.Replicas(number, Optional.empty())));
  }

  private List<Long> replicas() {
    return target.components().stream()
        .filter(one -> one.name().equals(Component.SERVER))
        .map(Component::pid)
        .toList();
  }

  @Test
  void ofSeveralReplicasOneIsKilledAndComesBackWhileTheOthersLive() throws Exception {
    launchReplicas(3);
    List<Long> before = replicas();

    FaultEvent event = come("at: 1ms, kind: kill, what: replica, for: 20ms");

    assertThat(event.pids()).hasSize(1).isSubsetOf(before);
    List<Long> others = before.stream().filter(pid -> !event.pids().contains(pid)).toList();
    assertThat(replicas()).hasSize(3).containsAll(others).doesNotContainAnyElementsOf(event.pids());
    assertThat(restarted)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.name()).isEqualTo(Component.SERVER);
          assertThat(one.replica()).isEqualTo(1 + before.indexOf(event.pids().getFirst()));
        });
    assertThat(target.isAlive()).isTrue();
  }

  @Test
  void aKilledTargetIsAllItsReplicas() throws Exception {
    launchReplicas(2);
    List<Long> before = replicas();

    FaultEvent event = come("at: 1ms, kind: kill, for: 1ms");

    assertThat(event.pids()).containsExactlyElementsOf(before);
    assertThat(restarted).extracting(Component::replica).containsExactly(1, 2);
    assertThat(target.isAlive()).isTrue();
  }

  @Test
  void aRollingRestartLeavesNoMomentInWhichASecondReplicaIsAway() throws Exception {
    launchReplicas(3);
    List<Long> before = replicas();

    FaultEvent event = come("at: 1ms, kind: rolling-restart, for: 1ms");

    assertThat(event.component()).isEqualTo("replica");
    assertThat(event.pids()).containsExactlyElementsOf(before);
    assertThat(event.endedNs().orElseThrow()).isGreaterThan(event.atNs().orElseThrow());
    assertThat(restarted)
        .as("each was ready before the next one ended")
        .extracting(Component::replica)
        .containsExactly(1, 2, 3);
    assertThat(replicas()).doesNotContainAnyElementsOf(before);
    assertThat(target.isAlive()).isTrue();
    assertThat(target.failure()).isEmpty();
  }

  @Test
  void aCutSaysHowManyConnectionsItEnded() throws Exception {
    FaultEvent event = come("at: 1ms, kind: cut, share: 7%");

    assertThat(event.users()).isEqualTo(OptionalInt.of(7));
    assertThat(event.pids()).isEmpty();
  }

  @Test
  void aServerWithoutWorkersCannotLoseOne() throws Exception {
    try (FaultInjector injector = inject("at: 1ms, kind: kill, what: worker")) {
      List<FaultEvent> events = injector.await();

      assertThat(events.getFirst().atNs()).isEmpty();
      assertThat(injector.failure())
          .contains("the fault kill of worker at 1ms failed: its server has no worker processes");
    }
  }

  @Test
  void whatHasEndedAlreadyCannotBeStopped() throws Exception {
    List<ProcStat> alive = target.part(Component.SERVER).orElseThrow().processes();
    target.part(Component.SERVER).orElseThrow().end();
    assertThat(alive).hasSize(1);

    try (FaultInjector injector = inject("at: 1ms, kind: stop, for: 1s")) {
      injector.await();

      assertThat(injector.failure())
          .contains("the fault stop of target at 1ms failed: none of its processes is there");
    }
  }
}
