package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.reference.ReferenceProgram;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.trial.events.EventBus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is one folder: no other file of the project has to know its name or its language. */
class OneFolderTargetIT {
  private static final Path TARGETS = Path.of("../../targets");
  private static final Set<String> BUILT = Set.of("node_modules", ".build", ".venv", "target");

  @TempDir private Path root;

  @BeforeEach
  void makeACatalog() throws IOException {
    Files.createDirectory(root.resolve("targets"));
  }

  @Test
  void aCopyUnderAnotherNameIsFoundBuiltLaunchedCheckedAndMeasured() throws Exception {
    for (String file : List.of("tools.yaml", "redis.sh")) {
      Files.copy(TARGETS.resolve(file), root.resolve("targets").resolve(file));
    }
    copy(TARGETS.resolve("node-ws"), root.resolve("targets/quite-another"));

    CSVRecord stage = onlyStage();

    assertThat(stage.get("target")).isEqualTo("quite-another");
    assertThat(runJson()).contains("\"bufferutil\"", "\"node\"");
  }

  @Test
  void aServerInALanguageThatNobodyKnowsBringsItsToolItselfAndIsMeasuredToo() throws Exception {
    Path folder = Files.createDirectory(root.resolve("targets/pebble-boards"));
    // What would have to be installed for that language; here it can do nothing but this.
    Path interpreter = Files.writeString(folder.resolve("pebble"), PEBBLE);
    assertThat(interpreter.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("server.pbl"), "serve boards on the port\n");
    Files.writeString(folder.resolve("target.yaml"), MANIFEST);

    CSVRecord stage = onlyStage();

    assertThat(stage.get("target")).isEqualTo("pebble-boards");
    assertThat(runJson()).contains("\"pebble\" : \"2.7.1\"");
  }

  @Test
  void aToolThatIsTooOldIsNamedWithWhatTheFolderSaysBeforeAnythingStarts() throws Exception {
    Path folder = Files.createDirectory(root.resolve("targets/pebble-boards"));
    Files.writeString(
        folder.resolve("target.yaml"),
        MANIFEST.replace(
            "version: [targets/pebble-boards/pebble, --version]", "version: [echo, 1.9]"));

    InputException refused = catchThrowableOfType(InputException.class, this::onlyStage);

    assertThat(refused)
        .hasMessage(
            "pebble: 2.5 or newer is needed by pebble-boards, found 1.9: get pebble from"
                + " pebble.example (Debian: apt-get install pebble)");
    assertThat(root.resolve("results")).doesNotExist();
  }

  /** A stage that lost nothing. */
  private CSVRecord onlyStage() throws Exception {
    ExperimentPlan plan =
        new PlanReader(Set.copyOf(new TargetCatalog(root).names()))
            .read(
                "one.yaml",
                """
                workload: { boards: 2 }
                stages: [ { users: 4, ramp: 200ms, hold: 2s } ]
                """,
                PlanOverrides.NONE);

    Sweep.Outcome outcome =
        new Sweep(plan, root, EventBus.toNobody()).run(root.resolve("results"), Optional.empty());

    List<CSVRecord> trials = ProjectSpecimen.rows(runFolder().resolve("trials.csv"));
    assertThat(trials).hasSize(1);
    assertThat(outcome).as(trials.getFirst().get("reason")).isEqualTo(Sweep.Outcome.ALL_OK);
    List<CSVRecord> stages = ProjectSpecimen.rows(runFolder().resolve("stages.csv"));
    assertThat(stages).hasSize(1);
    assertThat(stages.getFirst().get("joined")).isEqualTo("4");
    assertThat(stages.getFirst().get("delivered")).isEqualTo(stages.getFirst().get("expected"));
    assertThat(stages.getFirst().get("lost")).isEqualTo("0");
    return stages.getFirst();
  }

  private String runJson() throws IOException {
    return Files.readString(runFolder().resolve("run.json"));
  }

  private Path runFolder() throws IOException {
    try (Stream<Path> runs = Files.list(root.resolve("results"))) {
      return runs.filter(run -> run.getFileName().toString().startsWith("one-")).findFirst().get();
    }
  }

  /** Without what builds have left there. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path name = from.relativize(file);
        if (!BUILT.contains(name.getName(0).toString())) {
          Files.createDirectories(to.resolve(name).getParent());
          Files.copy(file, to.resolve(name));
        }
      }
    }
  }

  private static final String PEBBLE =
      """
      #!/bin/sh
      if [ "$1" = --version ]; then echo "pebble 2.7.1"; exit; fi
      if [ "$1" = compile ]; then mkdir -p out && cp "$2" out/server.pbo; exit; fi
      test "$PEBBLE_HOME" = /opt/pebble-home || { echo "no PEBBLE_HOME"; exit 1; }
      test -s "$2" || { echo "no $2"; exit 1; }
      exec "%s/bin/java" -XX:+UseSerialGC -cp '%s' %s --port="$3"
      """
          .formatted(
              System.getProperty("java.home"),
              System.getProperty("java.class.path"),
              ReferenceProgram.class.getName());

  private static final String MANIFEST =
      """
      title: Pebble boards
      protocol: raw
      endpoint: { path: /ws, health: /health }
      requires:
        pebble:
          oldest: 2.5
          version: [targets/pebble-boards/pebble, --version]
          install: get pebble from pebble.example
          packages: [pebble]
          variables: { builds: [PEBBLE_MIRROR] }
      build: [[./pebble, compile, server.pbl]]
      inputs: [server.pbl]
      outputs: [out/server.pbo]
      start: [./pebble, run, out/server.pbo, "{port}"]
      environment: { PEBBLE_HOME: /opt/pebble-home }
      versions:
        pebble: [./pebble, --version]
      """;
}
