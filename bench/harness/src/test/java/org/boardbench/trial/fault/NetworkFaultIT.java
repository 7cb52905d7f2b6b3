package org.boardbench.trial.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.boardbench.host.cgroup.Cgroup;
import org.boardbench.host.cgroup.ControlGroups;
import org.boardbench.junit.Patience;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.results.row.FaultEvent;
import org.boardbench.sut.launch.ReadyCheck;
import org.boardbench.sut.launch.TargetLink;
import org.boardbench.sut.link.PacketRules;
import org.junit.jupiter.api.Test;

/** Faults of the network between real processes, and of what these may use. */
class NetworkFaultIT extends FaultScene {
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
    PacketRules.assumeTheyCanBeSet();
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
    PacketRules.assumeTheyCanBeSet();

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
    ControlGroups.assumeTheyCanBeMade();
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
    ControlGroups.assumeTheyCanBeMade();

    FaultEvent event = come("at: 1ms, kind: fill, what: store, cpus: 0.5, for: 50ms");

    assertThat(event.endedNs().orElseThrow())
        .isGreaterThanOrEqualTo(event.atNs().orElseThrow() + 50 * MS);
    assertThat(target.components().getLast().group().orElseThrow().cpuLimit()).isEmpty();
  }
}
