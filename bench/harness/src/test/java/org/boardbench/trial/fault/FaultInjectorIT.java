package org.boardbench.trial.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.core.RunClock;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.proc.ProcStat;
import org.boardbench.host.sampling.Component;
import org.boardbench.input.InputException;
import org.boardbench.junit.Patience;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.row.FaultEvent;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.ProcessPlace;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.launch.TargetPart;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.process.Specimens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Faults of real processes: a server and its companion. */
@Timeout(600)
class FaultInjectorIT {
  private static final long MS = 1_000_000;

  @TempDir Path temporary;
  private final ProcessSet processes = ProcessSet.endingWithTheHarness();
  private final RunClock clock = RunClock.startingNow();
  private final List<Component> restarted = Collections.synchronizedList(new ArrayList<>());
  private RunningTarget target;

  @BeforeEach
  void launch() throws Exception {
    target = launched(Specimens.manifest("healthy"));
  }

  private RunningTarget launched(TargetManifest manifest) throws Exception {
    HostEnvironment host = HostEnvironment.of(temporary);
    return Launcher.process(
            manifest,
            manifest.values(Map.of()),
            new ProcessPlace(host, host, OwnGroups.find(), LimitsSpec.NONE),
            processes,
            new LoopbackPorts())
        .launch(temporary.resolve("log"), Duration.ofSeconds(60), Duration.ofSeconds(20));
  }

  @AfterEach
  void endEverything() {
    target.close();
    processes.close();
    assertThat(Specimens.processesOfThisHarness()).isEmpty();
  }

  private FaultInjector inject(String fault) throws InputException {
    StageSpec stage =
        new PlanReader(Set.of("healthy"))
            .read(
                "f.yaml",
                "targets: [healthy]\nstages: [{ users: 9, hold: 1h, faults: [{ %s }] }]"
                    .formatted(fault),
                PlanOverrides.NONE)
            .stages()
            .getFirst();
    FaultSubject subject =
        new FaultSubject() {
          @Override
          public Optional<TargetPart> part(String component) {
            return target.part(component);
          }

          @Override
          public List<TargetPart> replicas() {
            return target.replicas();
          }

          @Override
          public int cut(int sharePct, long seed) {
            return sharePct;
          }

          @Override
          public void restarted(Component component) {
            restarted.add(component);
          }
        };
    return FaultInjector.start(stage, 1, 42, clock.nowNs(), subject, clock);
  }

  private FaultEvent come(String fault) throws Exception {
    try (FaultInjector injector = inject(fault)) {
      List<FaultEvent> events = injector.await();
      assertThat(injector.failure()).isEmpty();
      return events.getFirst();
    }
  }

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
