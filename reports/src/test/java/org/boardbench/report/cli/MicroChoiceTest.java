package org.boardbench.report.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.boardbench.report.SyntheticMicro;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.explain.Explanation;
import org.boardbench.report.stored.RunReader;
import org.boardbench.results.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroChoiceTest {
  @TempDir private Path results;
  private MicroChoice choice;
  private Path run;

  @BeforeEach
  void writeRun() throws IOException {
    choice = new MicroChoice(results);
    run = SyntheticRun.write(results.resolve("reference"), 1, 1);
  }

  @Test
  void takesNoneWhereThereIsNone() throws Exception {
    assertThat(explain(Optional.empty())).isEmpty();
    assertThat(choice.notes()).isEmpty();
  }

  @Test
  void takesTheOneThatIsAskedForBeforeAllOthersAlsoFromAnotherMachine() throws Exception {
    write("micro-20260131-100000", "newest");
    named(SyntheticMicro.write(run.resolve("micro")), "own");
    Path wanted = write("kept", "wanted");
    otherMachine(wanted);

    assertThat(explain(Optional.of(wanted)).orElseThrow().lines())
        .singleElement()
        .asString()
        .startsWith("Not explained by wanted: another machine: arch");
  }

  @Test
  void takesTheRunsOwnBeforeNewerOnes() throws Exception {
    write("micro-20260131-100000", "newest");
    named(SyntheticMicro.write(run.resolve("micro")), "own");

    assertThat(explain(Optional.empty()).orElseThrow().microRunId()).isEqualTo("own");
  }

  @Test
  void takesTheNewestOfTheSameMachineWhetherQuickOrNot() throws Exception {
    write("micro-20260131-100000", "older");
    named(SyntheticMicro.writeQuick(results.resolve("micro-20260131-110000")), "newer");
    otherMachine(write("micro-20260131-120000", "elsewhere"));
    write("unnamed", "nameless");

    assertThat(explain(Optional.empty()).orElseThrow().lines())
        .containsExactly(
            "CPU per delivery explained by newer, a quick run of the microbenchmarks.");
    assertThat(choice.notes()).isEmpty();
  }

  @Test
  void passesOverOneThatCannotBeReadWithANote() throws Exception {
    write("micro-20260131-100000", "older");
    Path broken = write("micro-20260131-110000", "broken");
    Files.writeString(broken.resolve("micro.csv"), "");

    assertThat(explain(Optional.empty()).orElseThrow().microRunId()).isEqualTo("older");
    assertThat(choice.notes())
        .containsExactly("Passed over: " + broken + ": micro.csv: empty, not even a header");
  }

  @Test
  void refusesTheRunsOwnWhenItCannotBeRead() throws Exception {
    Path own = SyntheticMicro.write(run.resolve("micro"));
    Files.delete(own.resolve("run.json"));

    assertThatThrownBy(() -> explain(Optional.empty()))
        .isInstanceOf(StoreException.class)
        .hasMessage(own + ": run.json: missing");
  }

  private Optional<Explanation> explain(Optional<Path> wanted) throws Exception {
    return choice.explain(RunReader.read(run), run, wanted);
  }

  private Path write(String folder, String runId) throws IOException {
    return named(SyntheticMicro.write(results.resolve(folder)), runId);
  }

  private static Path named(Path micro, String runId) throws IOException {
    replace(micro, "\"run_id\": \"micro-20260131-180000\"", "\"run_id\": \"" + runId + "\"");
    return micro;
  }

  private static void otherMachine(Path micro) throws IOException {
    replace(micro, "\"arch\": \"amd64\"", "\"arch\": \"aarch64\"");
  }

  private static void replace(Path micro, String what, String by) throws IOException {
    Path file = micro.resolve("run.json");
    String text = Files.readString(file);
    assertThat(text).contains(what);
    Files.writeString(file, text.replace(what, by));
  }
}
