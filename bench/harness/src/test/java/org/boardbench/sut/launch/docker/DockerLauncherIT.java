package org.boardbench.sut.launch.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.core.CpuList;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.cgroup.CgroupUsage;
import org.boardbench.host.cgroup.ControlGroups;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.sampling.Component;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.ProcessPlace;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.manifest.TargetManifestReader;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.MortalHarness;
import org.boardbench.sut.process.PidScope;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.process.TrialMarker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A target in containers; skipped where no engine answers, for tests start no daemon. */
@Timeout(600)
class DockerLauncherIT {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final URI ENGINE =
      URI.create(System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock"));

  /** Nobody could remove its containers. */
  private static final String WITHOUT_ENGINE = "without-engine";

  private static final LimitsSpec NONE = LimitsSpec.NONE;

  @TempDir static Path temporary;
  private static HostEnvironment host;

  /** Locked while this runs: suites of two clones at once would end each other's engine. */
  private static FileChannel one;

  private static TargetManifest manifest;

  private final ProcessSet processes = ProcessSet.endingWithTheHarness();

  @BeforeAll
  @Timeout(1200)
  static void buildTheImage() throws Exception {
    one =
        FileChannel.open(
            Path.of(
                System.getProperty("java.io.tmpdir"),
                "boardbench-docker-it-" + System.getProperty("user.name")),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    one.lock();
    host = HostEnvironment.of(temporary);
    Optional<String> problem = new DockerEngine(host.forDocker()).problem();
    assumeTrue(problem.isEmpty(), () -> problem.get() + ": make docker-start (Debian, as root)");
    script("base-images.sh", "node:20-bookworm-slim");
    Path folder = Files.createDirectories(temporary.resolve("targets/contained"));
    for (String file : List.of("Dockerfile", "server.js", "target.yaml")) {
      try (var source = DockerLauncherIT.class.getResourceAsStream("/targets/contained/" + file)) {
        Files.copy(source, folder.resolve(file));
      }
    }
    manifest = TargetManifestReader.read(folder);
    try (ProcessSet builds = ProcessSet.endingWithTheHarness()) {
      new ImageBuilder(host, builds).build(manifest);
    }
  }

  @AfterAll
  static void removeTheImage() throws Exception {
    try (FileChannel locked = one) {
      assertThat(locked.isOpen()).isTrue();
      if (manifest != null) {
        new DockerEngine(host).run("image", "rm", DockerTarget.imageName(manifest));
      }
    }
  }

  @AfterEach
  void endEverything(TestInfo test) throws Exception {
    processes.close();
    List<String> left = ownContainers();
    for (String container : left) {
      new DockerEngine(host).remove(container);
    }
    if (!test.getTags().contains(WITHOUT_ENGINE)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void bringsUpATargetWithItsCompanionAndRemovesBoth() throws Exception {
    RunningTarget target = launch(NONE, Map.of());

    assertThat(target.isAlive()).isTrue();
    assertThat(target.components()).extracting(Component::name).containsExactly("server", "store");
    assertThat(target.components()).allMatch(component -> component.group().isPresent());
    assertThat(get(target, "/health")).isEqualTo("ok");
    assertThat(ownContainers()).hasSize(2);

    target.close();
    target.close();

    assertThat(target.isAlive()).isFalse();
    assertThat(ownContainers()).isEmpty();
  }

  @Test
  void tellsWhatTheImagesAreAndWhatIsInThem() throws Exception {
    DockerTarget containers = DockerTarget.find(manifest, host);

    assertThat(containers.images()).containsOnlyKeys("server", "store");
    assertThat(containers.images().get("server").id()).startsWith("sha256:");
    assertThat(containers.versions()).extractingByKey("node").asString().matches("v?20\\..*");
  }

  @Test
  void bothLaunchersCountTheSameCpuForTheSameWork() throws Exception {
    ControlGroups.assumeTheyCanBeMade();
    Optional<OwnGroups> groups = OwnGroups.find();
    Launcher asProcess =
        Launcher.process(
            manifest,
            Map.of(),
            new ProcessPlace(host, host, groups, NONE),
            processes,
            new LoopbackPorts());

    for (Launcher launcher : List.of(asProcess, launcher(NONE, Map.of()))) {
      try (RunningTarget target = launch(launcher)) {
        double ownNs = Double.parseDouble(get(target, "/work"));
        double countedNs = cpuNs(target);

        assertThat(countedNs).isCloseTo(ownNs, within(0.05 * ownNs));
      }
    }
  }

  @Test
  void pinsAndLimitsEachContainer() throws Exception {
    // A tenth of a core is less than a busy machine leaves to them, so that there the limit shows
    // too.
    LimitsSpec limits = new LimitsSpec(OptionalDouble.of(0.1), OptionalLong.of(256L << 20));
    NavigableSet<Integer> allowed =
        CpuList.ofStatus(Files.readString(Path.of("/proc/self/status"))).orElseThrow();
    String first = Integer.toString(allowed.first());
    String last = Integer.toString(allowed.last());
    try (RunningTarget target = launch(limits, Map.of("server", first, "store", last))) {
      List<String> cpus = new ArrayList<>();
      for (Component component : target.components()) {
        String status = Files.readString(Path.of("/proc/" + component.pid() + "/status"));
        cpus.add(CpuList.ofStatus(status).map(CpuList::format).orElseThrow());
      }
      assertThat(cpus).containsExactly(first, last);
      while (usage(target).throttledNs().orElseThrow() == 0) {
        get(target, "/health");
      }
    }
  }

  @Test
  void namesTheLimitOfWhatDiedOfIt() throws Exception {
    LimitsSpec little = new LimitsSpec(OptionalDouble.empty(), OptionalLong.of(64L << 20));
    try (RunningTarget target = launch(little, Map.of())) {
      assertThatThrownBy(() -> get(target, "/hog")).isInstanceOf(IOException.class);
      awaitEnd(target);

      assertThat(target.failure()).contains("server: out of memory: killed at its limit of 64m");
    }
  }

  @Test
  void noticesThatAContainerIsKilledInTheMiddle() throws Exception {
    try (RunningTarget target = launch(NONE, Map.of())) {
      new DockerEngine(host).run("kill", ownContainers().getFirst());
      awaitEnd(target);

      assertThat(target.failure()).get().asString().contains("exited with status 137 (signal 9)");
    }
  }

  @Test
  @Tag(WITHOUT_ENGINE)
  void saysThatTheEngineHasGoneAndLeavesNoProcessBehind() throws Exception {
    Path socket = temporary.resolve("engine.sock");
    EngineProxy proxy = new EngineProxy(socket, Path.of(ENGINE.getPath()));
    Launcher launcher = launcher(NONE, Map.of(), at("unix://" + socket));
    RunningTarget target = launch(launcher);
    ProcessHandle server = ProcessHandle.of(target.components().getFirst().pid()).orElseThrow();

    proxy.vanish();
    awaitEnd(target);

    assertThat(target.failure().orElseThrow())
        .matches("(contained|store) has lost its engine: no engine answers: .*");
    assertThatThrownBy(target::close).hasMessageContaining("cannot be removed");
    assertThatThrownBy(() -> launch(launcher))
        .isInstanceOf(LaunchException.class)
        .hasMessageStartingWith("store: no engine answers: ");
    server.onExit().get();
  }

  @Test
  void refusesAnImageThatIsMissingOrOfOtherSources() throws Exception {
    Path changed = Files.createDirectories(temporary.resolve("changed/contained"));
    for (String file : List.of("Dockerfile", "target.yaml")) {
      Files.copy(manifest.folder().resolve(file), changed.resolve(file));
    }
    Path missing = Files.createDirectories(temporary.resolve("missing/no-image"));
    Files.copy(changed.resolve("target.yaml"), missing.resolve("target.yaml"));

    assertThatThrownBy(() -> DockerTarget.find(TargetManifestReader.read(changed), host))
        .isInstanceOf(LaunchException.class)
        .hasMessage(
            "image boardbench/contained was built from other sources than contained has now: run"
                + " make images TARGETS=contained");
    assertThatThrownBy(() -> DockerTarget.find(TargetManifestReader.read(missing), host))
        .isInstanceOf(LaunchException.class)
        .hasMessage("image boardbench/no-image is missing: run make images TARGETS=no-image");
    assertThat(DockerTarget.objections(TargetManifestReader.read(missing), LauncherChoice.DOCKER))
        .extracting(Problem::toString)
        .containsExactly("no-image: has no Dockerfile, which the docker launcher needs");
  }

  @Test
  void removesTheContainersOfAHarnessThatLivesNoMoreAndNoOthers() throws Exception {
    DockerEngine engine = new DockerEngine(host);
    MortalHarness harness = new MortalHarness();
    String left = "boardbench-left-" + harness.marker().folderName();
    String elsewhere = "boardbench-elsewhere-" + harness.marker().folderName();
    engine.run(
        "create",
        "--name",
        left,
        "--label",
        Labels.TRIAL + "=" + harness.marker().value(),
        DockerTarget.imageName(manifest));
    engine.run(
        "create",
        "--name",
        elsewhere,
        "--label",
        Labels.TRIAL + "=" + markerOfAnotherMachine(),
        DockerTarget.imageName(manifest));
    try (RunningTarget target = launch(NONE, Map.of())) {
      assertThat(DockerLeftovers.remove(host)).doesNotContain(left);
      assertThat(engine.container(left)).isPresent();
      harness.kill();

      // Any other harness on this machine may be quicker, so who removed it is not asked.
      DockerLeftovers.remove(host);

      while (engine.container(left).isPresent()) {
        Thread.sleep(10);
      }
      assertThat(target.isAlive()).isTrue();
    }
    assertThat(engine.container(elsewhere)).isPresent();
    engine.remove(elsewhere);
  }

  /** As a harness on another machine with the same engine would have it. */
  private static String markerOfAnotherMachine() {
    PidScope own = TrialMarker.next().place().orElseThrow();
    Optional<PidScope> other = Optional.of(new PidScope("000000000000", own.pidNamespace()));
    return new TrialMarker(999_999_999, 1, 1, other).value();
  }

  @Test
  void saysThatNoEngineAnswers() throws Exception {
    assertThat(DockerTarget.engineProblem(at("unix:///nowhere")))
        .map(Problem::toString)
        .get()
        .asString()
        .startsWith("docker: no engine answers: ")
        .endsWith("run make doctor for how to get an engine");
  }

  /** This machine, with an engine elsewhere. */
  private static HostEnvironment at(String engine) {
    Map<String, String> variables = new HashMap<>(host.inherited());
    variables.put("DOCKER_HOST", engine);
    return new HostEnvironment(
        ROOT, host.jdk(), variables, host.allowed(), host.variables(), List.of());
  }

  private Launcher launcher(LimitsSpec limits, Map<String, String> cpus) throws Exception {
    return launcher(limits, cpus, host);
  }

  private Launcher launcher(LimitsSpec limits, Map<String, String> cpus, HostEnvironment where)
      throws Exception {
    return Launcher.of(
        manifest,
        Map.of(),
        DockerTarget.find(manifest, where).starter(limits, cpus, processes),
        new LoopbackPorts());
  }

  private RunningTarget launch(LimitsSpec limits, Map<String, String> cpus) throws Exception {
    return launch(launcher(limits, cpus));
  }

  private static RunningTarget launch(Launcher launcher) throws Exception {
    return launcher.launch(temporary.resolve("log"), Duration.ofSeconds(60), Duration.ofSeconds(5));
  }

  private static void awaitEnd(RunningTarget target) throws InterruptedException {
    while (target.isAlive()) {
      Thread.sleep(10);
    }
  }

  private static CgroupUsage usage(RunningTarget target) {
    return target.components().getFirst().group().orElseThrow().usage();
  }

  private static double cpuNs(RunningTarget target) {
    return usage(target).cpuNs().orElseThrow();
  }

  private static String get(RunningTarget target, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + target.endpoint().uri().getPort() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }

  private static List<String> ownContainers() throws InterruptedException {
    String own = ProcessHandle.current().pid() + ":";
    return new DockerEngine(host)
        .containersWith(Labels.TRIAL).stream()
            .filter(container -> container.value().startsWith(own))
            .map(DockerEngine.Labelled::name)
            .toList();
  }

  /** Skips the tests, with what it says, where this machine cannot do what the script is for. */
  private static void script(String name, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(ROOT.resolve("bench/setup").resolve(name).toString());
    words.addAll(List.of(arguments));
    Path output = Files.createTempFile(temporary, name, ".out");
    Process script =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    int status = script.waitFor();
    assumeTrue(status == 0, () -> read(output));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
