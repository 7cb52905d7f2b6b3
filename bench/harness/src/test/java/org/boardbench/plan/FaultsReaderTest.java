package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.plan.model.StageSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

class FaultsReaderTest {
  private final PlanReader reader = new PlanReader(Set.of("node-ws"), Machines.ofCores(4));

  private ExperimentPlan plan(String faults) throws InputException {
    return plan(faults, PlanOverrides.NONE);
  }

  private ExperimentPlan plan(String faults, PlanOverrides overrides) throws InputException {
    String list = faults.replace('\n', ' ');
    String stage = "stages: [{ users: 20, hold: 30s, faults: [" + list + "] }]\n";
    return reader.read("f.yaml", stage, overrides);
  }

  private List<FaultSpec> faults(String faults) throws InputException {
    return plan(faults).stages().getFirst().faults();
  }

  private static FaultSpec fault(
      String at, FaultSpec.Kind kind, String what, Duration lasts, Integer sharePct) {
    String[] bounds = at.split("-", 2);
    return new FaultSpec(
        new FaultSpec.Moment(
            Duration.ofSeconds(Long.parseLong(bounds[0])),
            Duration.ofSeconds(Long.parseLong(bounds[bounds.length - 1]))),
        kind,
        what,
        Optional.ofNullable(lasts),
        Optional.ofNullable(sharePct));
  }

  @Test
  void aStageWithoutFaultsHasNone() throws InputException {
    StageSpec stage =
        reader
            .read("f.yaml", "stages: [{ users: 20, hold: 5s }]", PlanOverrides.NONE)
            .stages()
            .getFirst();

    assertThat(stage.faults()).isEmpty();
    assertThat(stage.tree()).doesNotContainKey("faults");
  }

  @Test
  void readsEveryKindWithWhatItNeedsAndWhatIsUsual() throws InputException {
    assertThat(
            faults(
                """
                { at: 1s, kind: kill, what: worker },
                { at: 2s..4s, kind: kill, what: redis, for: 1s },
                { at: 6s, kind: stop, for: 2s },
                { at: 9s, kind: restart },
                { at: 10s, kind: cut, share: 20% },
                { at: 20s, kind: kill },
                """))
        .containsExactly(
            fault("1", FaultSpec.Kind.KILL, "worker", null, null),
            fault("2-4", FaultSpec.Kind.KILL, "redis", Duration.ofSeconds(1), null),
            fault("6", FaultSpec.Kind.STOP, "target", Duration.ofSeconds(2), null),
            fault("9", FaultSpec.Kind.RESTART, "target", null, null),
            fault("10", FaultSpec.Kind.CUT, "users", null, 20),
            fault("20", FaultSpec.Kind.KILL, "target", null, null));
  }

  @Test
  void readsFaultsOfTheNetworkAndOfLimits() throws InputException {
    List<FaultSpec> faults =
        faults(
            """
            { at: 1s, kind: partition, for: 2s },
            { at: 4s, kind: slow, between: redis, delay: 50ms, rate: 1MB/s, for: 2s },
            { at: 8s, kind: fill, memory: 64m, cpus: 0.2, for: 2s },
            { at: 12s, kind: fill, what: redis, cpus: 1, for: 2s },
            """);

    assertThat(faults)
        .extracting(FaultSpec::component)
        .containsExactly("driver", "redis", "target", "redis");
    assertThat(faults)
        .extracting(FaultSpec::words)
        .containsExactly(
            "partition between target and driver at 1s",
            "slow between target and redis at 4s",
            "fill of target at 8s",
            "fill of redis at 12s");
    assertThat(faults.get(1).delay()).isEqualTo(Duration.ofMillis(50));
    assertThat(faults.get(1).bytesPerSecond()).hasValue(1_000_000);
    assertThat(faults.get(2).limits().memoryBytes()).hasValue(64 << 20);
    assertThat(faults.get(2).limits().cpus()).hasValue(0.2);
    assertThat(faults.get(3).limits().memoryBytes()).isEmpty();
  }

  @Test
  void onlyASlowNetworkNeedsARelay() throws InputException {
    String slow = "{ at: 4s, kind: slow, between: redis, delay: 50ms, for: 2s }";

    assertThat(plan(slow).slowSides()).containsExactly("redis");
    assertThat(plan("{ at: 4s, kind: partition, for: 2s }").slowSides()).isEmpty();
  }

  @Test
  void whatIsWrittenDownIsReadAgain() throws InputException {
    ExperimentPlan plan =
        plan(
            """
            { at: 1500ms..4s, kind: kill, for: 1s },
            { at: 6s, kind: cut, share: 100% },
            { at: 6s, kind: partition, between: redis, for: 1s },
            { at: 8s, kind: slow, delay: 50ms, rate: 300kB/s, for: 1s },
            { at: 10s, kind: fill, memory: 2g, cpus: 0.25, for: 1s }
            """);
    String stored = new Dump(DumpSettings.builder().build()).dumpToString(PlanTree.of(plan));

    assertThat(reader.read("again.yaml", stored, PlanOverrides.NONE).stages())
        .isEqualTo(plan.stages());
  }

  @Test
  void aStageThatOptionsRepeatHasItsFaultsAgain() throws InputException {
    PlanOverrides users = new PlanOverrides(Map.of("--users", "10,20"), List.of());

    assertThat(plan("{ at: 5s, kind: cut, share: 5% }", users).stages())
        .allSatisfy(stage -> assertThat(stage.faults()).hasSize(1));
  }

  @Test
  void aMomentThatIsLeftToChanceFollowsFromTheSeedAndLiesWithinItsBounds() throws InputException {
    FaultSpec fault = faults("{ at: 5s..15s, kind: kill }").getFirst();
    List<Long> moments = LongStream.range(0, 200).mapToObj(seed -> fault.atNs(seed, 1, 0)).toList();

    assertThat(moments).allMatch(ns -> ns >= 5_000_000_000L && ns <= 15_000_000_000L);
    assertThat(Set.copyOf(moments)).hasSizeGreaterThan(190);
    assertThat(fault.atNs(7, 1, 0)).isEqualTo(fault.atNs(7, 1, 0));
    assertThat(fault.atNs(7, 2, 0)).as("of another stage").isNotEqualTo(fault.atNs(7, 1, 0));
    assertThat(faults("{ at: 5s, kind: kill }").getFirst().atNs(7, 1, 0)).isEqualTo(5_000_000_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ at: 5, kind: kill }| stages[1].faults[1].at: must be a moment of the hold, or two between"
            + " which it lies, written like 5s or 5s..15s, was 5",
        "{ at: 9s..5s, kind: kill }| stages[1].faults[1].at: must be a moment of the hold, or two"
            + " between which it lies, written like 5s or 5s..15s, was 9s..5s",
        "{ at: 30s, kind: kill }| stages[1].faults[1].at: must be within the hold of 30s, was 30s",
        "{ at: 9s..31s, kind: kill }| stages[1].faults[1].at: must be within the hold of 30s, was"
            + " 9s..31s",
        "{ at: 20s..28s, kind: stop, for: 3s }| stages[1].faults[1].for: must end with the hold of"
            + " 30s, was 3s from 28s on",
        "{ at: 5s, kind: crash }| stages[1].faults[1].kind: must be kill, stop, restart,"
            + " rolling-restart, cut, partition, slow or fill, was crash",
        "{ at: 5s }| stages[1].faults[1].kind: is missing",
        "{ at: 5s, kind: stop }| stages[1].faults[1].for: is missing; stop needs it",
        "{ at: 5s, kind: cut }| stages[1].faults[1].share: is missing; cut needs it",
        "{ at: 5s, kind: cut, share: 0% }| stages[1].faults[1].share: must be from 1% to 100%, was"
            + " 0%",
        "{ at: 5s, kind: cut, share: 20 }| stages[1].faults[1].share: must be from 1% to 100%, was"
            + " 20",
        "{ at: 5s, kind: cut, share: 20%, for: 1s }| stages[1].faults[1].for: cut has no duration,"
            + " was 1s",
        "{ at: 5s, kind: cut, share: 20%, what: redis }| stages[1].faults[1].what: must be users for"
            + " a cut, was redis",
        "{ at: 5s, kind: kill, share: 20% }| stages[1].faults[1].share: only a cut has a share, was"
            + " 20%",
        "{ at: 5s, kind: kill, what: users }| stages[1].faults[1].what: must be target, replica,"
            + " worker or a companion for kill, was users",
        "{ at: 5s, kind: restart, what: users }| stages[1].faults[1].what: must be target, replica"
            + " or a companion for restart, was users",
        "{ at: 5s, kind: kill, what: worker, for: 1s }| stages[1].faults[1].for: a worker is started"
            + " again by its server, when that wants to, was 1s",
        "{ at: 5s, kind: restart, what: worker }| stages[1].faults[1].what: must be target or a"
            + " companion for a restart, since workers are started by their server, was worker",
        "{ at: 5s, kind: kill, whats: redis }| stages[1].faults[1].whats: unknown key; did you mean"
            + " what?",
        "{ at: 5s, kind: stop, for: 3s }, { at: 8s, kind: kill, what: worker }|"
            + " stages[1].faults[2].at: must be after the stop (stages[1].faults[1]) of the same"
            + " component has ended, was 8s",
        "{ at: 5s, kind: rolling-restart, what: target }| stages[1].faults[1].what: must be replica"
            + " for a rolling-restart, was target",
        "{ at: 2s, kind: rolling-restart }, { at: 8s, kind: kill, what: worker }|"
            + " stages[1].faults[2].at: must be after the rolling-restart (stages[1].faults[1]) of"
            + " the same component has ended, was 8s",
        "{ at: 9s, kind: kill }, { at: 5s..9s, kind: restart }| stages[1].faults[2].at: must be"
            + " after the kill (stages[1].faults[1]) of the same component has ended, was 5s..9s"
      })
  void whatIsWrongIsOneProblem(String faults, String problem) {
    assertOneProblem(faults, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ at: 5s, kind: partition }| stages[1].faults[1].for: is missing; partition needs it",
        "{ at: 5s, kind: partition, for: 1s, what: redis }| stages[1].faults[1].what: must be network"
            + " for a partition, with between for its side, was redis",
        "{ at: 5s, kind: partition, for: 1s, delay: 5ms }| stages[1].faults[1].delay: only slow has a"
            + " delay, was 5ms",
        "{ at: 5s, kind: slow, for: 1s }| stages[1].faults[1].delay: is missing; slow needs it",
        "{ at: 5s, kind: slow, for: 1s, delay: 0ms }| stages[1].faults[1].delay: must be a duration"
            + " from 1ms to 60s, written like 500ms, 10s or 2m, was 0ms",
        "{ at: 5s, kind: slow, for: 1s, delay: 5ms, rate: 1MB }| stages[1].faults[1].rate: must be a"
            + " rate from 1kB/s to 1000MB/s, written like 100kB/s or 1MB/s, was 1MB",
        "{ at: 5s, kind: stop, for: 1s, rate: 100kB/s }| stages[1].faults[1].rate: only slow has a"
            + " rate, was 100kB/s",
        "{ at: 5s, kind: stop, for: 1s, between: redis }| stages[1].faults[1].between: only partition"
            + " and slow have two sides, was redis",
        "{ at: 5s, kind: stop, for: 1s, what: network }| stages[1].faults[1].what: must be target,"
            + " replica, worker or a companion for stop, was network",
        "{ at: 5s, kind: fill, for: 1s }| stages[1].faults[1].memory: is missing; fill needs it, or"
            + " cpus, or both",
        "{ at: 5s, kind: fill, cpus: 0.5 }| stages[1].faults[1].for: is missing; fill needs it",
        "{ at: 5s, kind: fill, cpus: 0.5, for: 1s, what: worker }| stages[1].faults[1].what: must be"
            + " target or a companion for fill, since workers share their server's limit, was worker",
        "{ at: 5s, kind: fill, cpus: 5, for: 1s }| stages[1].faults[1].cpus: must be a number from"
            + " 0.01 to 4, was 5",
        "{ at: 5s, kind: kill, memory: 64m }| stages[1].faults[1].memory: only fill lowers a limit,"
            + " was 64m",
        "{ at: 5s, kind: slow, for: 5s, delay: 5ms }, { at: 9s, kind: partition, for: 1s }|"
            + " stages[1].faults[2].at: must be after the slow (stages[1].faults[1]) of the same"
            + " component has ended, was 9s"
      })
  void whatIsWrongWithAFaultOfTheNetworkOrOfALimitIsOneProblem(String faults, String problem) {
    assertOneProblem(faults, problem);
  }

  private void assertOneProblem(String faults, String problem) {
    InputException e = catchThrowableOfType(InputException.class, () -> plan(faults));

    assertThat(e.problems()).extracting(Problem::toString).containsExactly(problem);
  }

  @Test
  void aRollingRestartIsOfReplicas() throws InputException {
    assertThat(faults("{ at: 5s, kind: rolling-restart }"))
        .extracting(FaultSpec::what)
        .containsExactly(FaultSpec.REPLICA);
  }

  @Test
  void whatFailsApartMayFailAtOneTime() throws InputException {
    assertThat(
            faults(
                "{ at: 5s, kind: stop, for: 5s }, { at: 6s, kind: stop, what: redis, for: 5s },"
                    + " { at: 7s, kind: cut, share: 1% }, { at: 6s, kind: partition, for: 5s },"
                    + " { at: 6s, kind: partition, between: redis, for: 5s }"))
        .hasSize(5);
  }

  @Test
  void aHoldThatAnOptionShortensHasToHoldTheFaultsToo() {
    PlanOverrides hold = new PlanOverrides(Map.of("--hold", "4s"), List.of());
    InputException e =
        catchThrowableOfType(InputException.class, () -> plan("{ at: 5s, kind: restart }", hold));

    assertThat(e.problems())
        .extracting(Problem::toString)
        .containsExactly("stages[1].faults[1].at: must be within the hold of 4s, was 5s");
  }

  @Test
  void aWarmUpHasNone() {
    String file =
        """
        warm-up: { users: 5, hold: 9s, faults: [{ at: 1s, kind: kill }] }
        stages: [{ users: 20, hold: 5s }]
        """;
    InputException e =
        catchThrowableOfType(
            InputException.class, () -> reader.read("f.yaml", file, PlanOverrides.NONE));

    assertThat(e.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "warm-up.faults: must be in a stage, whose figures are kept, was in the warm-up");
  }
}
