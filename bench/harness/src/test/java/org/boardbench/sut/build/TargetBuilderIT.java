package org.boardbench.sut.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.junit.Children;
import org.boardbench.junit.Patience;
import org.boardbench.sut.manifest.TargetManifestReader;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.process.Specimens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class TargetBuilderIT {
  @TempDir Path temporary;
  private Path folder;
  private final ProcessSet processes = ProcessSet.endingWithTheHarness();

  @BeforeEach
  void copySpecimen() throws IOException {
    folder = Specimens.copy("builds", temporary);
  }

  @AfterEach
  void endEverything() {
    processes.close();
    assertThat(Specimens.processesOfThisHarness()).isEmpty();
  }

  @Test
  void buildsOnceAndAgainOnlyWhenAnInputChanges() throws Exception {
    assertThat(build()).isTrue();
    assertThat(build()).isFalse();

    Files.writeString(folder.resolve("notes.md"), "no input");
    assertThat(build()).isFalse();

    Files.writeString(folder.resolve("src/a.txt"), "two\n");
    assertThat(build()).isTrue();

    Files.writeString(folder.resolve("src/b.txt"), "three\n");
    assertThat(build()).isTrue();

    Files.delete(folder.resolve("src/b.txt"));
    assertThat(build()).isTrue();
    assertThat(folder.resolve("built.log")).content().isEqualTo("one\ntwo\ntwo\nthree\ntwo\n");
  }

  @Test
  void buildsAgainWhenTheCommandsChange() throws Exception {
    build();
    Path manifest = folder.resolve("target.yaml");
    Files.writeString(manifest, Files.readString(manifest).replace("{folder}", "here"));

    assertThat(build()).isTrue();
  }

  @Test
  void givesCommandsTheHarnesssJdkAndKeepsTheirOutput() throws Exception {
    build();

    assertThat(TargetBuilder.log(TargetManifestReader.read(folder)))
        .content()
        .isEqualTo("building in " + folder + " with " + System.getProperty("java.home") + "\n");
  }

  @Test
  void aBuildThatSucceedsAndMakesNothingIsNoBuild() throws Exception {
    Path manifest = folder.resolve("target.yaml");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace(
                "start: [sh]",
                "outputs: [made.txt]\n"
                    + tool("npm_config_*")
                    + "start: [sh, \"{folder}/target/run.sh\"]"));

    assertThatThrownBy(() -> build(Map.of("npm_config_dry_run", "true")))
        .isInstanceOf(LaunchException.class)
        .hasMessage(
            "building builds: its commands succeeded and did not make made.txt, target/run.sh; a"
                + " variable may have kept them from it, set are npm_config_dry_run (log: "
                + TargetBuilder.log(TargetManifestReader.read(folder))
                + ")");
    assertThatThrownBy(() -> build(Map.of("npm_config_dry_run", "true")))
        .as("and it does not count as up to date")
        .isInstanceOf(LaunchException.class);

    Files.writeString(
        folder.resolve("build.sh"), "mkdir -p target; echo x > made.txt; echo y > target/run.sh");
    assertThat(build(Map.of())).isTrue();
    assertThat(build(Map.of())).isFalse();
  }

  @Test
  void takesNothingForMadeThatAnEarlierBuildHasLeft() throws Exception {
    Path manifest = folder.resolve("target.yaml");
    Files.writeString(
        manifest,
        Files.readString(manifest).replace("start: [sh]", "outputs: [made]\nstart: [sh]"));
    Files.writeString(folder.resolve("build.sh"), "mkdir made; echo x > made/x");
    assertThat(build(Map.of())).isTrue();

    Files.writeString(folder.resolve("build.sh"), "exit 0");

    assertThatThrownBy(() -> build(Map.of())).hasMessageContaining("did not make made (log:");
  }

  @Test
  void buildsAgainWhatSomebodyHasRemovedOrAnotherVariableMayChange() throws Exception {
    Path manifest = folder.resolve("target.yaml");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace("start: [sh]", "outputs: [made]\n" + tool("PIP_*") + "start: [sh]"));
    Files.writeString(folder.resolve("build.sh"), "echo x > made");
    assertThat(build(Map.of())).isTrue();

    Files.delete(folder.resolve("made"));
    assertThat(build(Map.of())).isTrue();
    assertThat(build(Map.of("PIP_INDEX_URL", "http://mirror"))).isTrue();
    assertThat(build(Map.of("PIP_INDEX_URL", "http://mirror", "HTTP_PROXY", "http://p"))).isFalse();
  }

  @Test
  void reportsAFailedBuildWithItsLastLinesAndTriesAgain() throws Exception {
    Files.createFile(folder.resolve("fail"));

    assertThatThrownBy(this::build)
        .isInstanceOf(LaunchException.class)
        .hasMessageMatching(
            "(?s)building builds: sh build.sh .* exited with status 2 after .*no such symbol");

    Files.delete(folder.resolve("fail"));
    assertThat(build()).isTrue();
  }

  @Test
  void takesABuildThatWasInterruptedForNotDone() throws Exception {
    build();
    Files.createFile(folder.resolve("hang"));
    Files.writeString(folder.resolve("src/a.txt"), "two\n");
    AtomicReference<Exception> end = new AtomicReference<>();
    Thread building =
        Thread.ofPlatform()
            .start(() -> {
              try {
                build();
              } catch (Exception ended) {
                end.set(ended);
              }
            });
    Patience.await("the build hangs", () -> Files.exists(folder.resolve("hanging")));

    building.interrupt();
    building.join();

    assertThat(end.get()).isInstanceOf(InterruptedException.class);
    assertThat(Specimens.processesOfThisHarness()).isEmpty();
    Files.delete(folder.resolve("hang"));
    Files.writeString(folder.resolve("src/a.txt"), "one\n");
    assertThat(build()).as("the stamp of the first build must be gone").isTrue();
  }

  @Test
  void refusesAnInputThatMatchesNothing() throws Exception {
    Files.delete(folder.resolve("src/a.txt"));

    assertThatThrownBy(this::build)
        .isInstanceOf(LaunchException.class)
        .hasMessage("builds cannot be built: no file matches inputs src/*.txt");
  }

  @Test
  void countsEveryFileThatGitDoesNotIgnoreWhereTheManifestNamesNone() throws Exception {
    Path manifest = folder.resolve("target.yaml");
    Files.writeString(manifest, Files.readString(manifest).replaceAll("inputs: .*", ""));
    Files.writeString(folder.resolve(".gitignore"), "built.log\n.build/\n");
    git("init", "--quiet");
    git("add", ".");
    assertThat(build()).isTrue();
    assertThat(build()).isFalse();

    Files.writeString(folder.resolve("new-and-not-added"), "");

    assertThat(build()).isTrue();
  }

  @Test
  void letsOneHarnessBuildAtATime() throws Exception {
    Path file = temporary.resolve("lock");

    try (BuildLock first = BuildLock.acquire(file, Duration.ofSeconds(5)).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(BuildLock.acquire(file, Duration.ofMillis(200))).isEmpty();
    }

    Optional<BuildLock> next = BuildLock.acquire(file, Duration.ofSeconds(5));
    assertThat(next).isPresent();
    next.get().close();
  }

  /** A package manager that a variable steers. */
  private static String tool(String variables) {
    return "requires: { manager: { oldest: 1, version: [echo, 1.0], install: get one, variables: {"
        + " inputs: ["
        + variables
        + "] } } }\n";
  }

  private boolean build() throws Exception {
    return new TargetBuilder(HostEnvironment.of(temporary), processes)
        .build(TargetManifestReader.read(folder));
  }

  /** In an environment of which nothing is known but this. */
  private boolean build(Map<String, String> exported) throws Exception {
    Map<String, String> inherited = new HashMap<>(exported);
    inherited.put("PATH", System.getenv("PATH"));
    HostEnvironment host =
        HostEnvironment.of(temporary, Path.of(System.getProperty("java.home")), inherited);
    return new TargetBuilder(host, processes).build(TargetManifestReader.read(folder));
  }

  private void git(String... words) throws Exception {
    assertThat(Children.git(folder, List.of(words)).start().waitFor()).isZero();
  }
}
