package org.boardbench.host.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.boardbench.core.CpuList;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.sampling.Component;
import org.boardbench.input.InputException;
import org.boardbench.plan.model.CpuSpec;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.sut.build.TargetBuilder;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.ProcessPlace;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.manifest.TargetManifestReader;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.process.Specimens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class PlacementIT {
  private static final ProcFs PROC = ProcFs.SYSTEM;
  private static final Duration READY = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final NavigableSet<Integer> all = PROC.cpus("self").orElseThrow();
  private final String first = Integer.toString(all.first());
  private final String last = Integer.toString(all.last());
  private final ProcessSet processes = ProcessSet.endingWithTheHarness();
  @TempDir Path temporary;

  @AfterEach
  void endEverything() {
    processes.close();
  }

  @Test
  void pinsATargetAndItsCompanionAndNothingElse() throws Exception {
    try (Placement placement = take(Optional.empty(), Optional.of(last));
        RunningTarget target = launch(placement)) {
      assertThat(cpusOf(target)).hasSize(2).containsOnly(last);
      assertThat(placement.cpus().target()).contains(last);
      assertThat(placement.cpus().driver()).contains(CpuList.format(all));
      assertThat(cpusOfThisJvm()).containsOnly(CpuList.format(all));
    }
  }

  @Test
  void pinsACompanionApartFromItsServer() throws Exception {
    CpuSpec cpus = new CpuSpec(Optional.empty(), Optional.of(first), Optional.of(last));
    try (Placement placement = Placement.take(cpus, host());
        RunningTarget target = launch(placement)) {
      assertThat(cpusOf(target)).containsExactly(first, last);
      assertThat(placement.cpus().companions()).contains(last);
    }
  }

  @Test
  void pinsEveryThreadOfThisJvmAndThoseToComeUntilItIsClosed() throws Exception {
    try (Placement placement = take(Optional.of(first), Optional.empty())) {
      assertThat(cpusOfThisJvm()).containsOnly(first);
      assertThat(cpusOfANewThread()).isEqualTo(first);
      assertThat(placement.cpus().driver()).contains(first);
    }
    assertThat(cpusOfThisJvm()).containsOnly(CpuList.format(all));
  }

  @Test
  void targetsAndBuildsOfADriverThatIsPinnedAloneGetTheOtherCpusBack() throws Exception {
    try (Placement placement = take(Optional.of(first), Optional.empty());
        RunningTarget target = launch(placement)) {
      assertThat(cpusOf(target)).containsOnly(CpuList.format(all));
      assertThat(placement.cpus().target()).contains(CpuList.format(all));
      Path builds = Specimens.copy("builds", temporary);
      Files.writeString(
          builds.resolve("build.sh"), "grep Cpus_allowed_list /proc/self/status > cpus\n");

      new TargetBuilder(placement.ofBuilds(host()), processes)
          .build(TargetManifestReader.read(builds));

      assertThat(CpuList.ofStatus(Files.readString(builds.resolve("cpus")))).contains(all);
    }
  }

  @Test
  void namesTheKeysWhenTasksetIsMissing() {
    HostEnvironment bare =
        HostEnvironment.of(temporary, temporary, Map.of("PATH", temporary.toString()));

    assertThatThrownBy(() ->
            Placement.take(
                new CpuSpec(Optional.of(first), Optional.of(last), Optional.of(first)), bare))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            cpus.driver: needs taskset (Debian: apt-get install util-linux), which is missing, was %s
            cpus.target: needs taskset (Debian: apt-get install util-linux), which is missing, was %s
            cpus.companions: needs taskset (Debian: apt-get install util-linux), which is missing, was %s\
            """
                .formatted(first, last, first));
  }

  @Test
  void saysWhyAMachineDoesNotAllowACpuAndPinsNothing() {
    assertThatThrownBy(() -> take(Optional.of("4095"), Optional.of("4095")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cpus.driver: this machine does not allow 4095: taskset: failed")
        .hasMessageContaining("cpus.target: this machine does not allow 4095");
    assertThat(cpusOfThisJvm()).containsOnly(CpuList.format(all));
  }

  private Placement take(Optional<String> driver, Optional<String> target) throws Exception {
    return Placement.take(new CpuSpec(driver, target, Optional.empty()), host());
  }

  private HostEnvironment host() {
    return HostEnvironment.of(temporary);
  }

  private RunningTarget launch(Placement placement) throws Exception {
    TargetManifest manifest = Specimens.manifest("healthy");
    return Launcher.process(
            manifest,
            manifest.values(Map.of()),
            new ProcessPlace(
                placement.targets().on(host()),
                placement.companions().on(host()),
                Optional.empty(),
                LimitsSpec.NONE),
            processes,
            new LoopbackPorts())
        .launch(temporary.resolve("target.log"), READY, STOP);
  }

  private static List<String> cpusOf(RunningTarget target) {
    return target.components().stream()
        .map(Component::pid)
        .map(pid -> PROC.cpus(Long.toString(pid)).map(CpuList::format).orElseThrow())
        .toList();
  }

  private static Set<String> cpusOfThisJvm() {
    return Arrays.stream(PROC.list("self/task"))
        .flatMap(thread -> PROC.cpus("self/task/" + thread).stream())
        .map(CpuList::format)
        .collect(Collectors.toSet());
  }

  private static String cpusOfANewThread() throws Exception {
    CompletableFuture<String> cpus = new CompletableFuture<>();
    Thread.ofPlatform().start(() -> cpus.complete(PROC.read("thread-self/status").orElseThrow()));
    return CpuList.ofStatus(cpus.get()).map(CpuList::format).orElseThrow();
  }
}
