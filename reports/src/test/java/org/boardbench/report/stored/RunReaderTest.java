package org.boardbench.report.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.boardbench.findings.starts.FailedStart;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.SyntheticClasses;
import org.boardbench.report.SyntheticRun;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.ClassColumns;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.column.StageColumns;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.reason.InvalidReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReaderTest {
  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void writeRun() throws IOException {
    folder = SyntheticRun.write(temp.resolve("paper-20260131-120000"), 2, 3);
  }

  @Test
  void readsEveryRowOfTheTrialsThatEndedWell() throws Exception {
    StoredRun run = RunReader.read(folder);

    assertThat(run.name()).isEqualTo("paper-20260131-120000");
    assertThat(run.manifest().path("seed").asInt()).isEqualTo(42);
    assertThat(run.trials()).hasSize(12);
    assertThat(run.stages()).hasSize(12 * 5);
    assertThat(run.seconds()).hasSize(12 * 5 * 3);
    assertThat(run.resources()).hasSize(12 * 5 * 3 * 2 + 4 * 5 * 3);
    StoredStage stage = run.stages().getFirst();
    assertThat(stage.target()).isEqualTo("fastapi");
    assertThat(stage.users()).isEqualTo(100);
    assertThat(stage.figure(StageCounts.TPS)).isEqualTo(1100);
    assertThat(stage.valid()).contains(true);
    assertThat(stage.reasons()).isEmpty();
    assertThat(stage.arrivalClock()).isEqualTo("kernel");
  }

  @Test
  void readsWhyARowIsInvalidByCodeAndText() throws Exception {
    replace(
        "stages.csv",
        2,
        ",true,,",
        ",false,send-delay 22.3 ms > 5 ms; few-samples 1.6 < 10; sun-spots 3 > 2,");

    StoredStage stage = RunReader.read(folder).stages().getFirst();

    assertThat(stage.isValid()).isFalse();
    assertThat(stage.reasons())
        .containsExactly(
            new InvalidReason("send-delay", "send-delay 22.3 ms > 5 ms"),
            new InvalidReason("few-samples", "few-samples 1.6 < 10"),
            new InvalidReason("sun-spots", "sun-spots 3 > 2"));
  }

  @Test
  void takesARowThatNobodyJudgedAsValid() throws Exception {
    StoredStage stage =
        RunReader.read(folder).stages().stream()
            .filter(s -> s.target().equals("node-ws"))
            .findFirst()
            .orElseThrow();

    assertThat(stage.valid()).isEmpty();
    assertThat(stage.isValid()).isTrue();
  }

  @Test
  void refusesReasonsOfAValidRow() throws Exception {
    replace("stages.csv", 2, ",true,,", ",true,stall 81 ms > 50 ms,");

    assertRefused(
        "stages.csv, line 2, column invalid_reasons: must be empty unless valid is false");
  }

  @Test
  void leavesOutTrialsThatMeasuredNothingOrNeverEndedAndNamesThem() throws Exception {
    StoredRun run = RunReader.read(folder);

    assertThat(run.trials()).extracting(StoredTrial::target).doesNotContain("zoo");
    assertThat(run.stages()).extracting(StoredStage::trialId).doesNotContain("node-ws-r9");
    assertThat(run.notes())
        .containsExactly(
            "Left out: zoo-r1 failed (never ready: \"port in use\" last line).",
            "Left out: node-ws-r9 has stages but no end in trials.csv.");
  }

  @Test
  void knowsOfStartsThatFailedBeforeTheyMeasuredAnything() throws Exception {
    StoredRun run = RunReader.read(folder);

    assertThat(run.failed())
        .containsExactly(
            new FailedStart(
                "zoo", 1, OptionalInt.empty(), "never ready: \"port in use\" last line"));
    assertThat(run.variants()).contains("node-ws", "zoo");
  }

  @Test
  void readsAnEmptyCellAsNotMeasuredAndNeverAsZero() throws Exception {
    StoredRun run = RunReader.read(folder);

    StoredStage stage =
        run.stages().stream()
            .filter(s -> s.target().equals("spring-stomp") && s.users() == 500)
            .findFirst()
            .orElseThrow();
    assertThat(stage.figure(StageCosts.MEMORY_MAX_MIB)).isNaN();
    assertThat(stage.figure(StageCosts.COMPANION_CPU_MEAN_PCT)).isNaN();
    assertThat(stage.figure(StageCounts.LOSS_PCT)).isZero();
  }

  @Test
  void readsWhatBecameOfUsersAndWhatTheServerLacked() throws Exception {
    StoredRun run = RunReader.read(folder);

    StoredStage stage = crowded(run);
    assertThat(stage.figure(StageExtras.RECONNECTS)).isEqualTo(33);
    assertThat(stage.figure(StageCounts.DISCONNECTS)).isEqualTo(45);
    assertThat(stage.figure(StageExtras.UNSERVED)).isEqualTo(1350);
    assertThat(stage.figure(StageExtras.OWED)).isEqualTo(2_940_000);
    assertThat(stage.text(StageExtras.DISCONNECT_CAUSES))
        .isEqualTo("closed 1011 by server: <b>slow</b> & gone ×42; connection reset by server ×3");
    assertThat(stage.text(StageExtras.CONNECT_FAILURE_CAUSES)).isEmpty();
    assertThat(stage.text(StageExtras.BOTTLENECK)).isEqualTo("cores");
    assertThat(run.seconds().getFirst().owed()).isNaN();
    assertThat(run.seconds().getLast().owed()).isEqualTo(100_000);
  }

  @Test
  void takesWhatAnOlderRunDoesNotHaveAsNotMeasured() throws Exception {
    StoredRun run = RunReader.read(SyntheticRun.writeOlder(temp.resolve("older"), 1, 1));

    StoredStage stage = crowded(run);
    assertThat(StageColumns.TABLE.columns())
        .filteredOn(column -> column.edition() >= 4)
        .isNotEmpty()
        .allSatisfy(column -> {
          assertThat(stage.figure(column)).isNaN();
          assertThat(stage.text(column)).isEmpty();
        });
    assertThat(run.seconds())
        .allSatisfy(second -> {
          assertThat(second.owed()).isNaN();
          assertThat(second.figure(SecondColumns.UNSERVED)).isNaN();
          assertThat(second.figure(SecondColumns.DISCONNECTS)).isNaN();
          assertThat(second.figure(SecondColumns.RECONNECTS)).isNaN();
          assertThat(second.owedLossPct()).isNaN();
        });
  }

  private static StoredStage crowded(StoredRun run) {
    return run.stages().stream()
        .filter(s -> s.target().equals("fastapi-workers-redis") && s.users() == 700)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ignoresATornLastLineWithANoteEvenWhenItLooksWhole() throws Exception {
    Path file = folder.resolve("timeline.csv");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 2));

    StoredRun run = RunReader.read(folder);

    assertThat(run.seconds()).hasSize(12 * 5 * 3 - 1);
    assertThat(run.notes()).contains("The last line of timeline.csv is cut off and was not read.");
  }

  @Test
  void ignoresALastRecordThatWasTornInsideQuotes() throws Exception {
    Path file = folder.resolve("trials.csv");
    Files.writeString(file, Files.readString(file) + "run,x-r1,x,1,99,failed,\"first line\nsecond");
    Files.writeString(file, Files.readString(file) + " li");

    assertThat(RunReader.read(folder).notes())
        .contains("The last line of trials.csv is cut off and was not read.");
  }

  @Test
  void aRunOfAnEarlierVersionHasNoClasses() throws Exception {
    assertThat(RunReader.read(folder).classes()).isEmpty();
  }

  @Test
  void readsTheClassesOfStagesThatHaveFinished() throws Exception {
    SyntheticClasses.add(folder, List.of("stroke", "cursor"));
    Path file = folder.resolve("classes.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add(lines.get(1).replaceFirst(",1,100,", ",6,900,"));
    Files.write(file, lines);

    StoredRun run = RunReader.read(folder);

    assertThat(run.classes()).hasSize(2 * run.stages().size());
    assertThat(run.classes().getFirst().text(ClassColumns.MESSAGE_CLASS)).isEqualTo("stroke");
  }

  @Test
  void readsTheFiguresOfClassesAsStrictlyAsThoseOfStages() throws Exception {
    SyntheticClasses.add(folder, List.of("stroke"));
    replace("classes.csv", 2, ",stroke,", ",,");

    assertRefused("classes.csv, line 2, column class: must not be empty");
  }

  @Test
  void doesNotMindAdditionalColumns() throws Exception {
    for (String name : List.of("resources.csv", "stages.csv")) {
      Path file = folder.resolve(name);
      List<String> lines = Files.readAllLines(file);
      Files.write(
          file,
          lines.stream().map(l -> l + (l.equals(lines.getFirst()) ? ",later" : ",7")).toList());
    }

    StoredRun run = RunReader.read(folder);
    assertThat(run.resources()).isNotEmpty();
    assertThat(run.stages().getFirst().valid()).contains(true);
  }

  @Test
  void namesFileLineColumnAndValueOfACellThatIsNoNumber() throws Exception {
    replace("stages.csv", 2, "1100.000", "none");

    assertRefused("stages.csv, line 2, column tps: must be a number or empty, was \"none\"");
  }

  @Test
  void takesNoNumberThatOnlyJavaUnderstands() throws Exception {
    replace("timeline.csv", 2, "33.333", "33.3d");

    assertRefused(
        "timeline.csv, line 2, column tps_sent: must be a number or empty, was \"33.3d\"");
  }

  @Test
  void countsLinesAndNotRecordsWhenACellHasLineEnds() throws Exception {
    Path file = folder.resolve("trials.csv");
    Files.writeString(file, Files.readString(file) + "run,x-r1,x,one,99,ok,,,\n");

    // One header, twelve trials, and the failed one that takes two lines.
    assertRefused("trials.csv, line 16, column repetition: must be a whole number, was \"one\"");
  }

  @Test
  void namesAMissingColumn() throws Exception {
    replace("stages.csv", 1, "rtt_p95_ms", "rtt_p95_s");

    assertRefused("stages.csv, line 1: missing column rtt_p95_ms");
  }

  @Test
  void namesALineWithTooFewCells() throws Exception {
    replace("resources.csv", 3, ",driver,", ",");

    assertRefused("resources.csv, line 3: must have 10 cells, has 9");
  }

  @Test
  void namesAMissingFile() throws Exception {
    Files.delete(folder.resolve("resources.csv"));

    assertRefused("resources.csv: missing");
  }

  @Test
  void refusesAForeignFolder() throws Exception {
    assertThatThrownBy(() -> RunReader.read(temp))
        .isInstanceOf(StoreException.class)
        .hasMessage(temp + ": not the folder of a run: run.json is missing");
    assertThatThrownBy(() -> RunReader.read(temp.resolve("nowhere")))
        .hasMessage(temp.resolve("nowhere") + ": no such folder");
  }

  @Test
  void refusesAManifestThatIsNoJsonObject() throws Exception {
    Files.writeString(folder.resolve("run.json"), "[1]");
    assertRefused("run.json: must hold one JSON object");

    Files.writeString(folder.resolve("run.json"), "{\"seed\": ");
    assertThatThrownBy(() -> RunReader.read(folder))
        .message()
        .startsWith(folder + ": run.json: not JSON: ")
        .doesNotContain("\n");
  }

  @Test
  void showsTheFinishedStagesOfATrialThatFailedLater() throws Exception {
    replace("trials.csv", 2, ",ok,", ",failed,");

    StoredRun run = RunReader.read(folder);

    StoredTrial failed = run.trials().getFirst();
    assertThat(failed.isOk()).isFalse();
    assertThat(run.stages()).extracting(StoredStage::trialId).contains(failed.id());
    assertThat(run.notes())
        .contains("Incomplete: " + failed.id() + " failed; the stages that it finished are shown.");
  }

  @Test
  void takesTheLastAttemptAtATrialThatWasTriedAgain() throws Exception {
    Path file = folder.resolve("trials.csv");
    Files.writeString(
        file, Files.readString(file) + "run,fastapi-r1-2,fastapi,1,1,failed,port in use,now,1\n");

    StoredRun run = RunReader.read(folder);

    assertThat(run.stages()).extracting(StoredStage::trialId).doesNotContain("fastapi-r1");
    assertThat(run.notes())
        .contains(
            "Left out: fastapi-r1 ok; a later attempt took its place.",
            "Left out: fastapi-r1-2 failed (port in use).");
  }

  @Test
  void refusesARunInWhichNoStageHasFinished() throws Exception {
    Path file = folder.resolve("stages.csv");
    Files.writeString(file, Files.readString(file).lines().findFirst().orElseThrow() + "\n");

    assertRefused(
        "stages.csv: no stage of any of the 13 trials in trials.csv, so nothing to report");
  }

  @Test
  void refusesAnEmptyFileAndOneThatIsNoText() throws Exception {
    Files.writeString(folder.resolve("stages.csv"), "");
    assertRefused("stages.csv: empty, not even a header");

    Files.write(folder.resolve("stages.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
    assertRefused("stages.csv: not text in UTF-8");
  }

  @Test
  void refusesATrialWhoseNameWouldLeaveTheReportsFolder() throws Exception {
    replace("trials.csv", 2, "fastapi-r1", "../fastapi");

    assertRefused(
        "trials.csv, line 2, column trial_id: must be letters, digits, . _ @ -, was \"../fastapi\"");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> RunReader.read(folder))
        .isInstanceOf(StoreException.class)
        .hasMessage(folder + ": " + message);
  }

  /** Replaces in one line, which counts from 1. */
  private void replace(String name, int line, String what, String by) throws IOException {
    Path file = folder.resolve(name);
    String[] lines = Files.readString(file).split("\n", -1);
    assertThat(lines[line - 1]).contains(what);
    lines[line - 1] = lines[line - 1].replaceFirst(Pattern.quote(what), by);
    Files.writeString(file, String.join("\n", lines));
  }
}
