package org.boardbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.boardbench.input.InputException;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.StageColumns;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.table.StoredTable;
import org.boardbench.store.TrialRow.Status;
import org.boardbench.store.calibration.CalibrationSamples;
import org.boardbench.store.calibration.CalibrationStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultStoreTest {
  @TempDir private Path results;

  @Test
  void aRunMayHaveAFolderOfItsOwnChoice() throws Exception {
    Path out = results.resolve("deep/er");
    try (ResultStore store = create(Optional.of(out))) {
      assertThat(store.folder()).isEqualTo(out);
      assertThat(store.runId()).isEqualTo("sample-20260131-235958");
    }
    assertThat(out.resolve("stages.csv")).exists();
  }

  @Test
  void refusesAFolderThatHasContentOrIsAFile() throws Exception {
    Path out = Files.createDirectory(results.resolve("full"));
    Path file = Files.writeString(out.resolve("notes.txt"), "mine");

    assertThatThrownBy(() -> create(Optional.of(out)))
        .isInstanceOf(InputException.class)
        .hasMessage("--out: must be an empty or absent folder, was " + out);
    assertThatThrownBy(() -> create(Optional.of(file)))
        .isInstanceOf(InputException.class)
        .hasMessage("--out: must be an empty or absent folder, was " + file);
    assertThat(file).hasContent("mine");
  }

  @Test
  void saysInOneLineWhereItCannotWrite() throws Exception {
    Path file = Files.writeString(results.resolve("file"), "");

    assertThatThrownBy(() ->
            ResultStore.create(
                file.resolve("results"), Optional.empty(), Samples.plan(), Samples.origin()))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("cannot write " + file.resolve("results"))
        .message()
        .doesNotContain("\n");
  }

  @Test
  void resumingKnowsWhatIsDoneAndCountsAttempts() throws Exception {
    Path run;
    try (ResultStore store = create(Optional.empty())) {
      run = store.folder();
      store.append(Samples.trialRow(begin(store, "node-ws", 1), Status.OK, ""));
      store.append(Samples.trialRow(begin(store, "fastapi", 1), Status.FAILED, "died"));
      begin(store, "fastapi", 2);
    }

    try (ResultStore store = ResultStore.resume(run, Samples.plan(), Samples.origin())) {
      assertThat(store.isDone(Samples.planned("node-ws", 1))).isTrue();
      assertThat(store.isDone(Samples.planned("node-ws", 2))).isFalse();
      assertThat(store.isDone(Samples.planned("fastapi", 1))).as("failed").isFalse();
      assertThat(store.isDone(Samples.planned("fastapi", 2))).as("killed").isFalse();
      assertThat(begin(store, "fastapi", 1).id()).isEqualTo("fastapi-r1-2");
      assertThat(begin(store, "fastapi", 2).id()).isEqualTo("fastapi-r2-2");
      assertThat(begin(store, "fastapi", 2).id()).isEqualTo("fastapi-r2-3");
      assertThat(begin(store, "node-ws", 2).id()).isEqualTo("node-ws-r2");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "sample-20260131-235958,fastapi-r1,fast",
        "a,b\r\n",
        "a,\"b\r\n",
        "\0\0\0\0",
      })
  void resumingCutsOffATornLastLineAndKeepsTheRest(String torn) throws Exception {
    Path run = finishedRun();
    Path trials = run.resolve("trials.csv");
    String whole = Files.readString(trials);
    Files.writeString(trials, torn, StandardOpenOption.APPEND);

    try (ResultStore store = ResultStore.resume(run, Samples.plan(), Samples.origin())) {
      assertThat(Files.readString(trials)).isEqualTo(whole);
      store.append(Samples.trialRow(begin(store, "fastapi", 1), Status.OK, ""));
    }
    assertThat(StoredTable.read(run, TrialColumns.TABLE).rows())
        .extracting(row -> row.text(TrialColumns.TRIAL_ID))
        .containsExactly("node-ws-r1", "fastapi-r1");
  }

  @Test
  void everyTrialHasTheSeedOfItsRepetition() throws Exception {
    Path run = finishedRun();
    ExperimentPlan plan = Samples.plan();
    try (ResultStore store = ResultStore.resume(run, plan, Samples.origin())) {
      store.append(Samples.trialRow(begin(store, "fastapi", 1), Status.OK, ""));
      store.append(Samples.trialRow(begin(store, "fastapi", 2), Status.OK, ""));
    }

    assertThat(StoredTable.read(run, TrialColumns.TABLE).rows())
        .extracting(row -> row.text(TrialColumns.SEED))
        .containsExactly("42", "42", Long.toString(plan.seed(2)));
  }

  @Test
  void aRunOfAnEarlierVersionGoesOnWithTheColumnsThatItHas() throws Exception {
    Path run = finishedRun();
    Path trials = run.resolve("trials.csv");
    String older =
        Files.readString(trials)
            .replace(",measured_from,seed,server_ended_users\r\n", "\r\n")
            .replaceAll("(34\\.568),.*\r\n", "$1\r\n");
    Files.writeString(trials, older);

    try (ResultStore store = ResultStore.resume(run, Samples.plan(), Samples.origin())) {
      store.append(Samples.trialRow(begin(store, "fastapi", 1), Status.OK, ""));
    }

    assertThat(Files.readString(trials)).startsWith(older);
    assertThat(StoredTable.read(run, TrialColumns.TABLE).rows())
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.text(TrialColumns.SECONDS_TAKEN)).isEqualTo("34.568"));
  }

  @Test
  void resumingRefusesAFileThatIsDamagedBeforeItsEnd() throws Exception {
    Path run = finishedRun();
    Path stages = run.resolve("stages.csv");
    Files.writeString(stages, "a,b\r\nc,d\r\n", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> ResultStore.resume(run, Samples.plan(), Samples.origin()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "stages.csv is damaged: line 3 has 2 cells instead of "
                + StageColumns.TABLE.columns().size());
  }

  @Test
  void twoStoresNeverWriteOneRun() throws Exception {
    try (ResultStore first = create(Optional.empty())) {
      assertThatThrownBy(() -> ResultStore.resume(first.folder(), Samples.plan(), Samples.origin()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("trials.csv is being written by another process");
    }
  }

  @Test
  void aRefusedResumeLeavesTheRunFreeForTheNext() throws Exception {
    Path run = finishedRun();
    Path timeline = run.resolve("timeline.csv");
    byte[] good = Files.readAllBytes(timeline);
    Files.writeString(timeline, "other,columns\r\nof,another\r\n");
    assertThatThrownBy(() -> ResultStore.resume(run, Samples.plan(), Samples.origin()))
        .isInstanceOf(InputException.class);

    Files.write(timeline, good);

    ResultStore.resume(run, Samples.plan(), Samples.origin()).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"format\":1}", "{\"format\":9,\"run_id\":\"x\"}"})
  void resumingRefusesAFolderThatIsNoRun(String runJson) throws Exception {
    Files.writeString(results.resolve("run.json"), runJson);

    assertThatThrownBy(() -> ResultStore.resume(results, Samples.plan(), Samples.origin()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("--resume: " + results.resolve("run.json"))
        .message()
        .doesNotContain("\n");
  }

  @Test
  void everyReaderRefusesANewerFormatInOneLine() throws Exception {
    Path json = finishedRun().resolve("run.json");
    Files.writeString(json, Files.readString(json).replace("\"format\" : 1", "\"format\" : 99"));
    String refusal = json + " has format 99; this version understands up to 1";

    assertThatThrownBy(() -> StoredRun.read(json.getParent())).hasMessage(refusal);
    assertThatThrownBy(() -> ResultStore.resume(json.getParent(), Samples.plan(), Samples.origin()))
        .hasMessage("--resume: " + refusal);
    assertThatThrownBy(() -> ResultStore.experimentOf(json.getParent()))
        .hasMessage("--resume: " + refusal);
  }

  @Test
  void aRunThatNamesNoFormatIsOfTheOldest() throws Exception {
    Path json = finishedRun().resolve("run.json");
    Files.writeString(json, Files.readString(json).replace("\"format\" : 1,", ""));

    assertThat(StoredRun.read(json.getParent()).results().stages()).isNotEmpty();
  }

  @Test
  void runsThatBeginInOneSecondNeverShareAFolder() throws Exception {
    List<Callable<String>> starts =
        Collections.nCopies(
            8,
            () -> {
              try (ResultStore store = create(Optional.empty())) {
                assertThat(store.folder().getFileName()).hasToString(store.runId());
                assertThat(store.folder().resolve("run.json")).content().contains(store.runId());
                return store.runId();
              }
            });
    Set<String> names = new TreeSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<String> name : threads.invokeAll(starts)) {
        names.add(name.get());
      }
    }

    String first = "sample-20260131-235958";
    assertThat(names).hasSize(8).contains(first, first + "-2", first + "-8");
  }

  @Test
  void aCalibrationOfTheSameSecondGetsANameOfItsOwn() throws Exception {
    for (String number : List.of("", "-2", "-3")) {
      try (CalibrationStore store =
          CalibrationStore.create(results, Optional.empty(), CalibrationSamples.origin(true))) {
        assertThat(store.folder()).hasFileName("calibration-20260131-235958" + number);
        assertThat(store.folder().resolve("calibration.json"))
            .content()
            .contains("\"run_id\" : \"calibration-20260131-235958" + number + "\"");
      }
    }
  }

  @Test
  void howATargetKeepsTheContractIsNewsOnceAndNeverTakenBack() throws Exception {
    try (ResultStore store = create(Optional.empty())) {
      assertThat(store.manner("node-ws", true, false)).isTrue();
      assertThat(store.manner("node-ws", true, false)).isFalse();
      assertThat(store.manner("node-ws", false, false)).isFalse();
      assertThat(store.manner("node-ws", false, true)).isTrue();
      assertThat(Files.readString(store.folder().resolve("run.json")))
          .containsPattern("\"reserializes\" ?: ?true,\\s+\"several_in_a_frame\" ?: ?true");
    }
  }

  private Path finishedRun() throws IOException, InputException {
    try (ResultStore store = create(Optional.empty())) {
      TrialId trial = begin(store, "node-ws", 1);
      store.append(Samples.stageRow(), Samples.resourceRows());
      store.append(Samples.trialRow(trial, Status.OK, ""));
      return store.folder();
    }
  }

  private ResultStore create(Optional<Path> out) throws IOException, InputException {
    return ResultStore.create(results, out, Samples.plan(), Samples.origin());
  }

  private static TrialId begin(ResultStore store, String target, int repetition)
      throws IOException {
    return store.begin(Samples.planned(target, repetition));
  }
}
