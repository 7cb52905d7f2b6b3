package org.boardbench.trial.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.core.RunClock;
import org.boardbench.host.cgroup.Cgroup;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.proc.ProcStat;
import org.boardbench.host.sampling.Component;
import org.boardbench.input.InputException;
import org.boardbench.junit.Patience;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.row.FaultEvent;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.ProcessPlace;
import org.boardbench.sut.launch.ReadyCheck;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.launch.TargetLink;
import org.boardbench.sut.launch.TargetPart;
import org.boardbench.sut.link.PacketFilter;
import org.boardbench.sut.link.PacketRules;
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
            new LoopbackPorts(),
            Set.of(FaultSpec.DRIVER, "store"))
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
          public Optional<TargetLink> link(String side) {
            return target.link(side);
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

  /** How long the server takes to answer, by the way that users go; empty when it does not. */
  private OptionalLong answerNs() {
    long startNs = System.nanoTime();
    return ReadyCheck.http(target.endpoint().port(), "/health").isReady()
        ? OptionalLong.of(System.nanoTime() - startNs)
        : OptionalLong.empty();
  }

  @Test
  void aSlowNetworkIsAsFastAsEverAfterwards() throws Exception {
    FaultEvent event = come("at: 1ms, kind: slow, delay: 200ms, for: 50ms");

    assertThat(event.component()).isEqualTo(FaultSpec.DRIVER);
    assertThat(event.pids()).isEmpty();
    assertThat(event.endedNs().orElseThrow())
        .isGreaterThanOrEqualTo(event.atNs().orElseThrow() + 50 * MS);
    Patience.await("it answers at once", () -> answerNs().orElse(400 * MS) < 400 * MS);
  }

  @Test
  void aSlowNetworkIsAsFastAsEverWhenItsTrialIsBrokenOff() throws Exception {
    FaultInjector injector = inject("at: 1ms, kind: slow, delay: 200ms, for: 30m");
    Patience.await("it answers late", () -> answerNs().orElse(0) >= 400 * MS);

    injector.close();

    Patience.await("it answers at once", () -> answerNs().orElse(400 * MS) < 400 * MS);
    assertThat(injector.await().getFirst().endedNs()).as("nobody waited for its end").isEmpty();
  }

  @Test
  void theNetworkOfACompanionIsItsOwn() throws Exception {
    FaultEvent event = come("at: 1ms, kind: slow, between: store, delay: 1m, for: 50ms");

    assertThat(event.component()).isEqualTo("store");
    TargetLink toStore = target.link("store").orElseThrow();
    assertThat(toStore.ports())
        .hasSize(2)
        .doesNotContainAnyElementsOf(target.link(FaultSpec.DRIVER).orElseThrow().ports());
    assertThat(target.lastLines(9))
        .as("the server was told of the relay in the place of its companion")
        .contains("greeting is hello from " + toStore.relays().getFirst().port());
  }

  @Test
  void whoIsPartedGetsNoAnswerUntilTheTrialIsBrokenOff() throws Exception {
    assumeTrue(PacketFilter.obstacle().isEmpty(), "packets can be dropped here: run as root");
    FaultInjector injector = inject("at: 1ms, kind: partition, for: 30m");
    Patience.await("it does not answer", () -> answerNs().isEmpty());
    assertThat(PacketRules.of(ProcessHandle.current().pid())).isNotEmpty();

    injector.close();

    assertThat(PacketRules.of(ProcessHandle.current().pid())).isEmpty();
    Patience.await("it answers", () -> answerNs().isPresent());
    assertThat(injector.failure()).isEmpty();
  }

  @Test
  void aPartitionEndsAfterItsTime() throws Exception {
    assumeTrue(PacketFilter.obstacle().isEmpty(), "packets can be dropped here: run as root");

    FaultEvent event = come("at: 20ms, kind: partition, between: store, for: 50ms");

    assertThat(event.component()).isEqualTo("store");
    assertThat(event.atNs().orElseThrow()).isGreaterThanOrEqualTo(20 * MS);
    assertThat(event.endedNs().orElseThrow())
        .isGreaterThanOrEqualTo(event.atNs().orElseThrow() + 50 * MS);
    assertThat(PacketRules.of(ProcessHandle.current().pid())).isEmpty();
  }

  private Cgroup group() {
    return target.components().getFirst().group().orElseThrow();
  }

  @Test
  void limitsGoDownAndAreGoneWhenTheTrialIsBrokenOff() throws Exception {
    assumeTrue(OwnGroups.find().isPresent(), "control groups can be made here: run as root");
    FaultInjector injector = inject("at: 1ms, kind: fill, memory: 512m, cpus: 0.5, for: 30m");
    Patience.await("the limit is there", () -> group().memoryLimitBytes().isPresent());
    assertThat(group().memoryLimitBytes()).hasValue(512L << 20);
    assertThat(group().cpuLimit()).hasValue(0.5);

    injector.close();

    assertThat(group().memoryLimitBytes()).isEmpty();
    assertThat(group().cpuLimit()).isEmpty();
    assertThat(injector.failure()).isEmpty();
    assertThat(target.failure()).isEmpty();
  }

  @Test
  void aLimitOfACompanionGoesDownForItsTime() throws Exception {
    assumeTrue(OwnGroups.find().isPresent(), "control groups can be made here: run as root");

    FaultEvent event = come("at: 1ms, kind: fill, what: store, cpus: 0.5, for: 50ms");

    assertThat(event.endedNs().orElseThrow())
        .isGreaterThanOrEqualTo(event.atNs().orElseThrow() + 50 * MS);
    assertThat(target.components().getLast().group().orElseThrow().cpuLimit()).isEmpty();
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
