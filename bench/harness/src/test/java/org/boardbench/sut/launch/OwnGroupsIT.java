package org.boardbench.sut.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.core.RunClock;
import org.boardbench.host.cgroup.ControlGroups;
import org.boardbench.host.cgroup.OwnGroup;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.ResourceSampler;
import org.boardbench.host.sampling.ResourceSnapshot;
import org.boardbench.host.sampling.ResourceWindow;
import org.boardbench.junit.Patience;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.Leftovers;
import org.boardbench.sut.process.MortalHarness;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.process.ProcessTree;
import org.boardbench.sut.process.Specimens;
import org.boardbench.sut.process.TrialMarker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What control groups count, limit and end, on a machine where they can be made. */
@Timeout(600)
class OwnGroupsIT {
  private static final String SPIN = "while :; do :; done";

  /** Some 50 ms, in a process that nobody waits for, and its own account of it. */
  private static final String ORPHAN =
      "(setsid sh -c 'i=0; while [ $i -lt 30000 ]; do i=$((i+1)); done; times >times; mv times"
          + " ended' &); exec sleep 1000";

  @TempDir Path temporary;
  private final ProcessSet processes = ProcessSet.endingWithTheHarness();
  private OwnGroups groups;

  @BeforeEach
  void findGroups() {
    ControlGroups.assumeTheyCanBeMade();
    groups = OwnGroups.find().orElseThrow();
  }

  @AfterEach
  void endEverything() {
    processes.close();
  }

  @Test
  void countsAChildThatIsGoneBeforeAnybodyLooks() throws Exception {
    OwnGroup group = start(ORPHAN, LimitsSpec.NONE);
    Path ended = temporary.resolve("ended");
    Patience.await("the child ends", () -> Files.exists(ended));

    double ownS = seconds(Files.readString(ended).split(" ", 2)[0]);

    assertThat(group.reading().usage().cpuNs().orElseThrow() / 1e9).isGreaterThan(0.9 * ownS);
    assertThat(ownS).isPositive();
  }

  /** A tenth is less than a busy machine leaves to them, so that there the limit shows too. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1})
  void holdsThreeBusyProcessesToTheirShare(double cores) throws Exception {
    LimitsSpec limits = new LimitsSpec(OptionalDouble.of(cores), OptionalLong.empty());
    OwnGroup group = start(SPIN + " & " + SPIN + " & " + SPIN, limits);
    try (ResourceSampler sampler = sampler(Optional.of(group))) {
      ResourceSnapshot start = sampler.snapshot();
      Patience.await(
          "its share of a second is used, and the tenth's of two",
          () ->
              new ResourceWindow(start, sampler.snapshot()).cpuNs("server").orElse(0)
                  > cores * 1e9 + 1e8);
      ResourceWindow window = new ResourceWindow(start, sampler.snapshot());

      assertThat(window.cpuPct("server").orElseThrow()).isLessThan(115 * cores);
      assertThat(window.throttledNs("server")).isPresent();
      if (cores < 1) {
        assertThat(window.throttledNs("server").orElseThrow()).isPositive();
      }
      assertThat(sampler.snapshot().usage("server").orElseThrow().source()).startsWith("cgroup-v");
    }
  }

  @Test
  void agreesWithTheProcessTreeOnTheSameWork() throws Exception {
    OwnGroup group =
        start("i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done; exec sleep 9", LimitsSpec.NONE);
    long pid = group.members().getFirst().pid();
    Patience.await(
        "the work is done",
        () -> ProcFs.SYSTEM.read(pid + "/comm").orElse("").strip().equals("sleep"));

    try (ResourceSampler byGroup = sampler(Optional.of(group));
        ResourceSampler byTree = sampler(pid, Optional.empty())) {
      double groupNs = cpuNs(byGroup);
      double treeNs = cpuNs(byTree);

      // A tick of the tree's clock is 10 ms.
      assertThat(groupNs).isCloseTo(treeNs, within(0.05 * treeNs + 20e6));
    }
  }

  @Test
  void namesTheLimitOfWhatDiedOfIt() {
    LimitsSpec little = new LimitsSpec(OptionalDouble.empty(), OptionalLong.of(32L << 20));

    assertThatThrownBy(() -> launch("hungry", little))
        .isInstanceOf(LaunchException.class)
        .hasMessageStartingWith("server: out of memory: killed at its limit of 32m");
  }

  @Test
  void endsWhatLeftTheTreeAndRemovesEveryGroup() throws Exception {
    OwnGroup group =
        start(
            "env -i setsid sh -c 'trap \"\" TERM; " + SPIN + "' & exec sleep 1000",
            LimitsSpec.NONE);
    Patience.await("all have started", () -> group.members().size() == 2);
    List<ProcessHandle> members = group.members();

    processes.close();

    Patience.await("all end", () -> members.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(group.reading().usage().cpuNs()).as("the group is gone").isEmpty();
  }

  @Test
  void removesTheGroupsOfAHarnessThatLivesNoMore() throws Exception {
    // It lives until its group has a member, for every harness on this machine removes what is
    // left.
    MortalHarness harness = new MortalHarness();
    OwnGroup group = groups.make(harness.marker().folderName(), LimitsSpec.NONE);
    Process left = new ProcessBuilder(words(group, "exec sleep 1000")).start();
    Patience.await("it has joined", () -> !group.members().isEmpty());
    harness.kill();

    Leftovers.end();

    assertThat(left.waitFor()).isEqualTo(137);
    Patience.await("the group is gone", () -> group.reading().usage().cpuNs().isEmpty());
  }

  private OwnGroup start(String script, LimitsSpec limits) throws Exception {
    OwnGroup group = groups.make(TrialMarker.next().folderName(), limits);
    processes.start(
        new ProcessTree.Command(
            "specimen",
            List.of("sh", "-c", script),
            temporary,
            System.getenv(),
            temporary.resolve("log"),
            Duration.ofMillis(300),
            Optional.of(group)));
    Patience.await("it has joined", () -> !group.members().isEmpty());
    return group;
  }

  private static List<String> words(OwnGroup group, String script) {
    List<String> words = new ArrayList<>(group.prefix());
    words.addAll(List.of("sh", "-c", script));
    return words;
  }

  private RunningTarget launch(String specimen, LimitsSpec limits) throws Exception {
    TargetManifest manifest = Specimens.manifest(specimen);
    HostEnvironment host = HostEnvironment.of(temporary);
    return Launcher.process(
            manifest,
            manifest.values(Map.of()),
            new ProcessPlace(host, host, Optional.of(groups), limits),
            processes,
            new LoopbackPorts())
        .launch(temporary.resolve("log"), Duration.ofSeconds(60), Duration.ofSeconds(1));
  }

  private static ResourceSampler sampler(Optional<OwnGroup> group) throws Exception {
    return sampler(1, group);
  }

  private static ResourceSampler sampler(long pid, Optional<OwnGroup> group) throws Exception {
    Component server =
        new Component(Component.SERVER, pid, group.map(OwnGroup::reading), Optional.empty());
    return ResourceSampler.start(
        List.of(server), RunClock.startingNow(), name -> true, snapshot -> {});
  }

  private static double cpuNs(ResourceSampler sampler) {
    return sampler.snapshot().usage("server").orElseThrow().cpuNs().orElseThrow();
  }

  /** The shell writes {@code 0m0.052s}. */
  private static double seconds(String text) {
    String[] parts = text.replace("s", "").split("m", -1);
    return Double.parseDouble(parts[0]) * 60 + Double.parseDouble(parts[1]);
  }
}
