package org.boardbench.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.assertj.core.data.Offset;
import org.boardbench.host.sampling.ResourceUsage.Limits;
import org.boardbench.host.sampling.ResourceUsage.ThreadUse;
import org.boardbench.results.row.Bottleneck;
import org.junit.jupiter.api.Test;

/** A hold of ten seconds on four cores. */
class ContentionTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final long MS = 1_000_000;
  private static final long HOLD_NS = 10_000 * MS;

  // What was used in the hold, in ms.
  private long serverMs = 3_000;
  private long redisMs = 500;
  private long driverMs = 6_000;
  private long machineMs = 10_000;
  private Limits limits = new Limits(OptionalDouble.of(4), OptionalLong.empty());
  private long memoryBytes = 100;
  private long oomKills;
  private final Map<Long, ThreadUse> threads =
      new HashMap<>(Map.of(1L, new ThreadUse("node", 2_500 * MS, 400 * MS)));
  private ThreadUse redisThread = new ThreadUse("redis-server", 500 * MS, 0);
  private final List<ResourceSnapshot> between = new ArrayList<>();

  @Test
  void foreignIsWhatTheMachineUsedLessDriverTargetAndCompanions() {
    Contention contention = contention();

    assertThat(contention.foreignCpuPct()).hasValueCloseTo(5.0, EXACT);
    assertThat(contention.foreignSharePct()).hasValueCloseTo(5 / 4.0, EXACT);
  }

  @Test
  void countersThatAreReadOneAfterTheOtherMakeNoNegativeWork() {
    machineMs = 9_499;

    assertThat(contention().foreignCpuPct()).hasValueCloseTo(0.0, EXACT);
  }

  @Test
  void foreignIsNotKnownWhereTheMachinesUseIsNot() {
    machineMs = -1;

    assertThat(contention().foreignCpuPct()).isEmpty();
    assertThat(contention().coresAvailable()).isEmpty();
  }

  @Test
  void theServerCouldHaveHadWhatDriverAndForeignWorkLeft() {
    assertThat(contention().coresAvailable()).hasValueCloseTo(4 - 0.65, EXACT);
  }

  @Test
  void theServerCouldHaveHadNoMoreThanItsLimit() {
    limits = new Limits(OptionalDouble.of(1.5), OptionalLong.empty());

    assertThat(contention().coresAvailable()).hasValueCloseTo(1.5, EXACT);
  }

  @Test
  void tellsTheBusiestThreadAndHowLongAllWaited() {
    threads.put(2L, new ThreadUse("worker", 500 * MS, 800 * MS));

    assertThat(contention().busiestThreadPct()).hasValueCloseTo(25.0, EXACT);
    assertThat(contention().runDelayPct()).hasValueCloseTo(12.0, EXACT);
  }

  @Test
  void aThreadThatEndedInTheHoldCountsByWhatWasLastSeen() {
    between.add(snapshot(5_000, Map.of(5L, new ThreadUse("worker", 4_000 * MS, 0)), 1_000));

    assertThat(contention().busiestThreadPct()).hasValueCloseTo(40.0, EXACT);
  }

  @Test
  void anotherThreadUnderTheSameNumberHasRunAllItSays() {
    between.add(snapshot(5_000, Map.of(1L, new ThreadUse("worker", 4_000 * MS, 0)), 1_000));

    assertThat(contention().busiestThreadPct()).hasValueCloseTo(65.0, EXACT);
  }

  @Test
  void nothingWasUsedUp() {
    assertThat(contention().bottleneck()).contains(Bottleneck.NONE);
  }

  @Test
  void aThreadThatHadACoreAllTheTimeWasUsedUp() {
    threads.put(2L, new ThreadUse("worker", 9_600 * MS, 0));

    assertThat(contention().bottleneck()).contains(Bottleneck.THREAD);
  }

  @Test
  void whatTheRampUsedUpIsSaidWhereTheHoldShowsNothing() {
    Contention idle = contention();
    threads.put(2L, new ThreadUse("acceptor", 9_600 * MS, 0));
    Contention busy = contention();

    assertThat(idle.bottleneckAfter(busy)).contains(Bottleneck.THREAD);
    assertThat(busy.bottleneckAfter(idle)).contains(Bottleneck.THREAD);
    assertThat(idle.bottleneckAfter(Contention.UNKNOWN)).contains(Bottleneck.NONE);
    assertThat(Contention.UNKNOWN.bottleneckAfter(busy)).contains(Bottleneck.THREAD);
  }

  @Test
  void aThreadThatWantedACoreAllTheTimeWasUsedUpToo() {
    threads.put(2L, new ThreadUse("worker", 6_000 * MS, 3_600 * MS));

    assertThat(contention().bottleneck()).contains(Bottleneck.THREAD);
  }

  @Test
  void theCoresThatTheDriverLeftWereUsedUp() {
    serverMs = 32_000;
    machineMs = 32_000 + 500 + 6_000 + 500;

    assertThat(contention().bottleneck()).contains(Bottleneck.CORES);
  }

  @Test
  void theServersOwnShareOfCoresWasUsedUp() {
    limits = new Limits(OptionalDouble.of(0.3), OptionalLong.empty());

    assertThat(contention().bottleneck()).contains(Bottleneck.CORES);
  }

  @Test
  void theMemoryLimitWasReached() {
    limits = new Limits(OptionalDouble.of(4), OptionalLong.of(104));
    threads.put(2L, new ThreadUse("worker", 9_600 * MS, 0));

    assertThat(contention().bottleneck()).contains(Bottleneck.MEMORY);
  }

  @Test
  void aProcessWasKilledForWantOfMemory() {
    oomKills = 1;

    assertThat(contention().bottleneck()).contains(Bottleneck.MEMORY);
  }

  @Test
  void theCollectorTookALargeShareOfTheServersTime() {
    threads.put(2L, new ThreadUse("GC Thread#0", 600 * MS, 0));
    threads.put(3L, new ThreadUse("G1 Conc#0", 400 * MS, 0));

    assertThat(contention().bottleneck()).contains(Bottleneck.MEMORY);
  }

  @Test
  void aCollectorThatTakesItsUsualShareIsNoBottleneck() {
    threads.put(2L, new ThreadUse("GC Thread#0", 300 * MS, 0));

    assertThat(contention().bottleneck()).contains(Bottleneck.NONE);
  }

  @Test
  void aCompanionsThreadWasUsedUp() {
    redisThread = new ThreadUse("redis-server", 9_700 * MS, 0);

    assertThat(contention().bottleneck()).contains(Bottleneck.COMPANION);
  }

  @Test
  void withoutThreadsNothingIsSaidOfABottleneck() {
    threads.clear();

    assertThat(contention().bottleneck()).isEmpty();
    assertThat(contention().busiestThreadPct()).isEmpty();
  }

  @Test
  void theMachineIsIdleForTheTimeThatNobodyUsed() {
    ResourceWindow window = new ResourceWindow(start(), end());

    assertThat(window.machineIdlePct()).hasValueCloseTo(75.0, EXACT);
  }

  private Contention contention() {
    HoldMeter meter = new HoldMeter(start());
    between.forEach(meter::add);
    meter.end(end());
    return meter.usage(0).contention();
  }

  private ResourceSnapshot start() {
    return snapshot(0, Map.of(1L, new ThreadUse("node", 0, 0)), 0);
  }

  private ResourceSnapshot end() {
    return snapshot(HOLD_NS / MS, threads, 10_000);
  }

  /** Of what the whole hold used, as much as has passed of it. */
  private ResourceSnapshot snapshot(long atMs, Map<Long, ThreadUse> serverThreads, long ofHold) {
    double share = ofHold / 10_000.0;
    OptionalLong machine =
        machineMs < 0 ? OptionalLong.empty() : OptionalLong.of((long) (machineMs * share * MS));
    // 74.5 % idle by ticks.
    MachineUsage ticks =
        new MachineUsage(
            atMs * 4 / 10, atMs * 298 / 1_000, 0, Map.of(), 0, machine, machineMs < 0 ? 0 : 4);
    return new ResourceSnapshot(
        atMs * MS,
        List.of(
            usage("server", (long) (serverMs * share), serverThreads, (long) (oomKills * share)),
            usage(
                "redis",
                (long) (redisMs * share),
                atMs == 0
                    ? Map.of(9L, new ThreadUse("redis-server", 0, 0))
                    : Map.of(9L, redisThread),
                0),
            usage("driver", (long) (driverMs * share), Map.of(), 0)),
        Optional.of(ticks));
  }

  private ResourceUsage usage(
      String component, long cpuMs, Map<Long, ThreadUse> ofThreads, long kills) {
    return new ResourceUsage(
        component,
        OptionalLong.of(cpuMs * MS),
        OptionalLong.of(memoryBytes),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.of(kills),
        "proc",
        limits,
        ofThreads);
  }
}
