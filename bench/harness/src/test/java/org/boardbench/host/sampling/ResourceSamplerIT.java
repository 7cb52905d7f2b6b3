package org.boardbench.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.boardbench.core.RunClock;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.junit.Patience;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.process.ProcessTree;
import org.boardbench.sut.process.Specimens;
import org.boardbench.sut.process.TrialMarker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class ResourceSamplerIT {
  private static final long BUSY_NS = 200_000_000;

  /** Spins until it is killed. */
  private static final String SPIN = "while :; do :; done";

  /** Uses a good part of a second of CPU, then ends. */
  private static final String WORK = "i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done";

  @TempDir Path temporary;
  private final ProcessSet processes = ProcessSet.endingWithTheHarness();

  @AfterEach
  void endEverything() {
    processes.close();
  }

  @Test
  void countsTheCpuTimeAndMemoryOfABusyGrandchild() throws Exception {
    try (ResourceSampler sampler = sample("(" + SPIN + ") & wait")) {
      Patience.await("CPU is used", () -> serverCpuNs(sampler) > BUSY_NS);
      assertThat(sampler.snapshot().usage("server").orElseThrow().memoryBytes().orElse(0))
          .isBetween(100L << 10, 100L << 20);
    }
  }

  @Test
  void keepsTheCpuTimeOfChildrenThatHaveEnded() throws Exception {
    try (ResourceSampler sampler = sample("(" + WORK + "); exec sleep 1000")) {
      Patience.await("the child ends", () -> memberNames().equals(List.of("sleep")));
      long endedNs = serverCpuNs(sampler);
      assertThat(endedNs).isGreaterThan(BUSY_NS);
      assertThat(serverCpuNs(sampler)).isGreaterThanOrEqualTo(endedNs);
    }
  }

  @Test
  void keepsTheCpuTimeOfAnOrphanThatNobodyOfTheTreeWaitedFor() throws Exception {
    try (ResourceSampler sampler =
        sample(
            "(setsid sh -c '"
                + SPIN
                + "' & while [ ! -e seen ]; do sleep 0.05; done); exec sleep 1000")) {
      // A child that nobody looked at before it lost its parent is nobody's.
      Patience.await("CPU is used", () -> serverCpuNs(sampler) > BUSY_NS);
      Files.createFile(temporary.resolve("seen"));
      Patience.await(
          "it is an orphan",
          () ->
              Specimens.processesOfThisHarness().stream()
                  .anyMatch(line -> line.startsWith("sleep 1000")));
      long usedNs = serverCpuNs(sampler);

      endSpinning();

      assertThat(serverCpuNs(sampler)).isGreaterThanOrEqualTo(usedNs);
    }
  }

  @Test
  void keepsCountingTheDriverAndTheMachineWhenTheTargetHasEnded() throws Exception {
    try (ResourceSampler sampler = sample("exit 0")) {
      Patience.await("it ends", () -> Specimens.processesOfThisHarness().isEmpty());

      ResourceSnapshot snapshot = sampler.snapshot();

      assertThat(snapshot.usage("server").orElseThrow().memoryBytes()).isEmpty();
      ResourceUsage driver = snapshot.usage(ResourceSampler.DRIVER).orElseThrow();
      assertThat(driver.cpuNs().orElse(0)).isPositive();
      assertThat(driver.memoryBytes().orElse(0)).isGreaterThan(10 << 20);
      MachineUsage machine = snapshot.machine().orElseThrow();
      assertThat(machine.totalTicks()).isGreaterThan(machine.idleTicks());
      assertThat(machine.driverRunDelayNs()).isNotEmpty();
    }
  }

  @Test
  void handsOutASnapshotEverySecondUntilClosed() throws Exception {
    BlockingQueue<ResourceSnapshot> snapshots = new LinkedBlockingQueue<>();
    ResourceSampler sampler =
        ResourceSampler.start(List.of(), RunClock.startingNow(), name -> true, snapshots::add);

    ResourceSnapshot first = snapshots.poll(Patience.TIME.toSeconds(), TimeUnit.SECONDS);
    ResourceSnapshot second = snapshots.poll(Patience.TIME.toSeconds(), TimeUnit.SECONDS);
    sampler.close();
    snapshots.clear();

    assertThat(second.timeNs()).isGreaterThan(first.timeNs());
    assertThat(snapshots.poll(1500, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void doesNotHideThatItsListenerFailed() throws Exception {
    ResourceSampler sampler =
        ResourceSampler.start(
            List.of(),
            RunClock.startingNow(),
            name -> true,
            snapshot -> {
              throw new IllegalStateException("disk full");
            });
    Patience.await(
        "the listener fails",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("resource-sampler")));

    assertThatThrownBy(sampler::close).hasRootCauseMessage("disk full");
  }

  private ResourceSampler sample(String script) throws Exception {
    ProcessTree tree =
        processes.start(
            new ProcessTree.Command(
                "specimen",
                List.of("sh", "-c", script),
                temporary,
                System.getenv(),
                temporary.resolve("log"),
                Duration.ofSeconds(1)));
    Component server =
        new Component(Component.SERVER, tree.pid(), Optional.empty(), Optional.empty());
    return ResourceSampler.start(
        List.of(server), RunClock.startingNow(), name -> true, snapshot -> {});
  }

  private static long serverCpuNs(ResourceSampler sampler) {
    return sampler.snapshot().usage("server").orElseThrow().cpuNs().orElseThrow();
  }

  /** A process that is on its way into another program, or out, has no name. */
  private static List<String> memberNames() {
    return Specimens.processesOfThisHarness().stream().map(line -> line.split(" ", 2)[0]).toList();
  }

  private static void endSpinning() throws InterruptedException {
    ProcFs.SYSTEM.processes().values().stream()
        .filter(process ->
            ProcFs.SYSTEM
                .variable(process.pid(), TrialMarker.VARIABLE)
                .filter(value -> value.startsWith(ProcessHandle.current().pid() + ":"))
                .isPresent())
        .filter(process ->
            ProcFs.SYSTEM.read(process.pid() + "/cmdline").orElse("").startsWith("sh\0-c\0" + SPIN))
        .forEach(
            process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly));
    Patience.await(
        "it ends",
        () ->
            Specimens.processesOfThisHarness().stream()
                .noneMatch(line -> line.startsWith("sh -c " + SPIN)));
  }
}
