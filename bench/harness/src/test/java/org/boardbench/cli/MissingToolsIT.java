package org.boardbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.trial.ProjectSpecimen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run on a machine that lacks what one of its servers needs. */
@Timeout(600)
class MissingToolsIT extends CommandLineScene {
  private static final String REASON =
      "chisel: 2.5 or newer is needed by stone, found none: get a chisel";

  @BeforeEach
  void writeProject() throws Exception {
    new ProjectSpecimen(home);
    Path stone = Files.createDirectories(home.resolve("targets/stone"));
    Files.writeString(
        stone.resolve("target.yaml"),
        """
        title: Stone
        protocol: raw
        endpoint: { path: /ws, health: /health }
        requires:
          chisel: { oldest: 2.5, version: [no-such-chisel, --version], install: get a chisel }
        start: [chisel]
        """);
    writeExperiment(
        """
        targets: [stone, board]
        workload: { boards: 1 }
        stages: [{ users: 2, ramp: 0s, hold: 1s }]
        """);
  }

  private int run(String... more) {
    String[] words = {"run", "tiny", "--metrics-port", "off", "--out", runFolder().toString()};
    String[] all = new String[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return execute(Boardbench::sweep, null, root -> Set.of("board", "stone"), all);
  }

  private Path runFolder() {
    return home.resolve("run");
  }

  @Test
  void aServerOfAnExperimentThatLacksAToolIsSkippedByNameAndTheOthersRun() throws Exception {
    assertThat(run()).as(err()).isEqualTo(ExitStatus.OK);

    assertThat(out()).contains("Skipped stone: " + REASON);
    JsonNode run = new JsonMapper().readTree(Files.readString(runFolder().resolve("run.json")));
    assertThat(run.path("skipped").path("stone").asString()).isEqualTo(REASON);
    assertThat(run.path("plan").path("targets").size()).isEqualTo(1);
    assertThat(run.path("plan").path("targets").path(0).path("place").asInt())
        .as("colours stay as they are when all run")
        .isEqualTo(2);
    assertThat(runFolder().resolve("trials.csv"))
        .content()
        .contains("board")
        .doesNotContain("stone");
  }

  @Test
  void oneThatWasAskedForByNameFailsTheRunThatTheOthersStillGet() throws Exception {
    assertThat(run("--targets", "board,stone")).isEqualTo(ExitStatus.FAILED);

    assertThat(out()).contains("Skipped stone: " + REASON);
    assertThat(runFolder().resolve("trials.csv")).content().contains("board");
  }

  @Test
  void whereNothingIsLeftToRunNothingIsStarted() {
    assertThat(run("--targets", "stone")).isEqualTo(ExitStatus.FAILED);

    assertThat(runFolder()).doesNotExist();
  }
}
