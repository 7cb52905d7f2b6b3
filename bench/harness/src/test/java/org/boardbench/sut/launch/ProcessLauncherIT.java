package org.boardbench.sut.launch;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.sampling.Component;
import org.boardbench.junit.Patience;
import org.boardbench.sut.build.TargetVersions;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.manifest.TargetManifest.Balancer;
import org.boardbench.sut.manifest.TargetManifest.CompanionManifest;
import org.boardbench.sut.manifest.TargetManifest.Replicas;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.process.Specimens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class ProcessLauncherIT {
  private static final Duration READY = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(20);

  @TempDir Path temporary;
  private Path log;
  private final ProcessSet processes = ProcessSet.endingWithTheHarness();

  @BeforeEach
  void nameLog() {
    log = temporary.resolve("target.log");
  }

  @AfterEach
  void endEverything() {
    processes.close();
    assertThat(Specimens.processesOfThisHarness()).isEmpty();
  }

  @Test
  void bringsUpATargetWithItsCompanionAndEndsBoth() throws Exception {
    RunningTarget target = launch("healthy", Map.of("word", "good day"), READY, STOP);

    assertThat(target.isAlive()).isTrue();
    assertThat(target.failure()).isEmpty();
    assertThat(target.components()).extracting(Component::name).containsExactly("server", "store");
    URI uri = target.endpoint().uri();
    assertThat(uri).hasScheme("ws").hasHost("127.0.0.1").hasPath("/ws");
    assertThat(status(uri, "/health")).isEqualTo(200);
    assertThat(target.lastLines(1).getFirst()).startsWith("greeting is good day from ");
    assertThat(Specimens.processesOfThisHarness()).hasSize(2);

    target.close();
    target.close();

    assertThat(target.isAlive()).isFalse();
    assertThat(Specimens.processesOfThisHarness()).isEmpty();
  }

  @Test
  void usersOfAServerBehindACompanionAreSentToTheCompanionWhichKnowsTheServersPort()
      throws Exception {
    try (RunningTarget target = launch("behind-a-companion", Map.of(), READY, STOP)) {
      assertThat(target.components())
          .extracting(Component::name)
          .containsExactly("server", "front");
      assertThat(status(target.endpoint().uri(), "/health")).isEqualTo(200);
      String behind = " behind " + target.endpoint().port();
      Patience.await("both have said their ports", () -> target.lastLines(2).size() == 2);
      List<String> words = target.lastLines(2);
      assertThat(words).anyMatch(line -> line.endsWith(behind));
      String server =
          words.stream().filter(line -> line.endsWith(behind)).findFirst().orElseThrow();
      String port = server.replace("greeting is ", "").replace(behind, "");
      assertThat(words).contains("hands on to " + port);
    }
  }

  @Test
  void replicasListenOnPortsOfTheirOwnAndHaveTheirCompanionsInCommon() throws Exception {
    TargetManifest three = Specimens.manifest("healthy").with(new Replicas(3, Optional.empty()));
    try (RunningTarget target = launch(three)) {
      assertThat(target.components())
          .extracting(one -> one.name() + " " + one.replica())
          .containsExactly("server 1", "server 2", "server 3", "store 1");
      assertThat(target.replicaPorts()).hasSize(3).doesNotHaveDuplicates();
      assertThat(target.replicas()).hasSize(3);
      assertThat(target.endpoint().servers())
          .extracting(server -> server.uri().getPort())
          .containsExactlyElementsOf(target.replicaPorts());
      for (int port : target.replicaPorts()) {
        assertThat(status(URI.create("ws://127.0.0.1:" + port), "/health")).isEqualTo(200);
      }
    }
    assertThat(Specimens.processesOfThisHarness()).isEmpty();
  }

  @Test
  void aBalancerIsStartedAfterTheReplicasWhoseAddressesItGetsAndUsersAreSentToIt()
      throws Exception {
    List<String> start =
        new ArrayList<>(Specimens.manifest("behind-a-companion").companions().get("front").start());
    start.set(start.size() - 1, "{replicas} by {health}");
    start.replaceAll(word ->
        word.equals("../..")
            ? Specimens.folder("behind-a-companion").resolve(word).toString()
            : word);
    Balancer balancer =
        new Balancer(
            "balancer",
            new CompanionManifest(start, Optional.empty(), Optional.empty(), Map.of()),
            Map.of());
    TargetManifest two = Specimens.manifest("healthy").with(new Replicas(2, Optional.of(balancer)));
    try (RunningTarget target = launch(two)) {
      assertThat(target.components())
          .extracting(Component::name)
          .containsExactly("server", "server", "store", "balancer");
      assertThat(target.endpoint().otherPorts()).isEmpty();
      assertThat(target.replicaPorts()).hasSize(2).doesNotContain(target.endpoint().port());
      String addresses =
          target.replicaPorts().stream().map(port -> "127.0.0.1:" + port).collect(joining(" "));
      Patience.await(
          "the balancer has said what it was given",
          () -> target.lastLines(9).contains("hands on to " + addresses + " by /health"));
    }
  }

  @Test
  void reportsWithinTheDeadlineThatATargetIsNeverReady() throws Exception {
    assertThat(failure("never-ready", Duration.ofMillis(12_500)))
        .isEqualTo("never-ready not ready after 12.5 s; its last output:\n  warming up");
    assertThat(Specimens.processesOfThisHarness()).isEmpty();
  }

  @Test
  void doesNotTakeAnAnswerOtherThan200ForReady() throws Exception {
    assertThat(failure("unhealthy", Duration.ofSeconds(3)))
        .startsWith("unhealthy not ready after 3 s");
  }

  @Test
  void reportsHowATargetDiedBeforeItWasReady() throws Exception {
    assertThat(failure("dies-at-once", READY))
        .matches(
            "(?s)dies-at-once exited with status 7 after \\d+\\.\\d s; its last output:\n"
                + "  starting\n  cannot bind");
  }

  @Test
  void reportsAProgramThatIsNotThere() throws Exception {
    assertThat(failure("no-program", READY)).contains("exited with status", "no-such-program");
  }

  @Test
  void reportsACompanionThatDiedAndDoesNotStartTheServer() throws Exception {
    assertThat(failure("companion-dies", READY))
        .startsWith("store exited with status 1 after")
        .endsWith("  no memory");
  }

  @Test
  void noticesThatATargetDiesInTheMiddle() throws Exception {
    RunningTarget target = launch("healthy", Map.of(), READY, STOP);
    assertThatThrownBy(() -> status(target.endpoint().uri(), "/die"))
        .isInstanceOf(SocketException.class);

    Patience.await("the server dies", () -> !target.isAlive());

    assertThat(target.failure()).get().asString().startsWith("healthy exited with status 3 after");
    assertThat(target.lastLines(1)).containsExactly("out of everything");
    assertThat(Specimens.processesOfThisHarness()).as("the companion").hasSize(1);
    target.close();
    assertThat(Specimens.processesOfThisHarness()).isEmpty();
  }

  @Test
  void killsWhatIgnoresSigterm() throws Exception {
    RunningTarget target = launch("ignores-sigterm", Map.of(), READY, Duration.ofMillis(300));
    assertThat(Specimens.processesOfThisHarness()).hasSize(3);

    target.close();

    assertThat(Specimens.processesOfThisHarness()).isEmpty();
  }

  @Test
  void findsProcessesThatHaveLeftTheTreeAndItsSession() throws Exception {
    RunningTarget target = launch("escapes", Map.of(), READY, Duration.ofMillis(500));
    Patience.await("all have started", () -> Specimens.processesOfThisHarness().size() == 4);

    target.close();

    assertThat(Specimens.processesOfThisHarness()).isEmpty();
  }

  @Test
  void leavesNothingBehindWhenInterrupted() throws Exception {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> launch("never-ready", Map.of(), READY, STOP))
        .isInstanceOf(InterruptedException.class);

    assertThat(Specimens.processesOfThisHarness()).isEmpty();
  }

  @Test
  void endsATreeInFullAlsoWhenItsThreadIsInterrupted() throws Exception {
    RunningTarget target = launch("ignores-sigterm", Map.of(), READY, Duration.ofMillis(300));
    Thread.currentThread().interrupt();

    target.close();

    assertThat(Thread.interrupted()).as("the interrupt is not lost").isTrue();
    assertThat(Specimens.processesOfThisHarness()).isEmpty();
  }

  @Test
  void startsNothingOnceTheHarnessIsEnding() {
    processes.close();

    assertThatThrownBy(() -> launch("never-ready", Map.of(), READY, STOP))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("the harness is ending");
  }

  @Test
  void appendsToTheLogAndTakesItsReasonFromItsOwnLinesOnly() throws Exception {
    Files.writeString(log, "from the trial before\n");

    assertThat(failure("dies-at-once", READY)).doesNotContain("from the trial before");
    assertThat(log).content().isEqualTo("from the trial before\nstarting\ncannot bind\n");
  }

  @Test
  void recordsTheVersionsThatCommandsPrint() throws Exception {
    Map<String, String> versions = TargetVersions.of(Specimens.manifest("healthy"), host());

    assertThat(versions)
        .containsEntry("sh", "no number here")
        .containsEntry("store", "1.2.3")
        .hasEntrySatisfying("git", git -> assertThat(git).matches("\\d+\\.\\d+.*"))
        .doesNotContainKeys("none", "failing");
  }

  @Test
  void whatAUserHasExportedChangesNeitherAServerNorItsVersions() throws Exception {
    Map<String, String> exported = new HashMap<>(System.getenv());
    exported.put("JAVA_TOOL_OPTIONS", "-XX:MaxRAMPercentage=75.0");
    exported.put("JDK_JAVA_OPTIONS", "-Dfoo=1.2.3");
    exported.put("WEB_CONCURRENCY", "3");
    HostEnvironment host =
        HostEnvironment.of(temporary, Path.of(System.getProperty("java.home")), exported);
    TargetManifest manifest = Specimens.manifest("healthy");

    RunningTarget target =
        Launcher.process(
                manifest,
                manifest.values(Map.of()),
                ProcessPlace.anywhere(host),
                processes,
                new LoopbackPorts())
            .launch(log, READY, STOP);

    for (Component component : target.components()) {
      for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "WEB_CONCURRENCY")) {
        assertThat(ProcFs.SYSTEM.variable(component.pid(), name)).as(name).isEmpty();
      }
      assertThat(ProcFs.SYSTEM.variable(component.pid(), "LC_ALL")).contains("C.UTF-8");
    }
    assertThat(log).content().doesNotContain("Picked up");
    target.close();
  }

  private HostEnvironment host() {
    return HostEnvironment.of(temporary);
  }

  private RunningTarget launch(
      String specimen, Map<String, String> parameters, Duration ready, Duration stop)
      throws Exception {
    return launch(Specimens.manifest(specimen), parameters, ready, stop);
  }

  private RunningTarget launch(TargetManifest manifest) throws Exception {
    return launch(manifest, Map.of(), READY, STOP);
  }

  private RunningTarget launch(
      TargetManifest manifest, Map<String, String> parameters, Duration ready, Duration stop)
      throws Exception {
    return Launcher.process(
            manifest,
            manifest.values(parameters),
            ProcessPlace.anywhere(host()),
            processes,
            new LoopbackPorts())
        .launch(log, ready, stop);
  }

  private String failure(String specimen, Duration ready) {
    return catchThrowableOfType(
            LaunchException.class, () -> launch(specimen, Map.of(), ready, STOP))
        .getMessage();
  }

  private static int status(URI target, String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + target.getPort() + path);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }
}
