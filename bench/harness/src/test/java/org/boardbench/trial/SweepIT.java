package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.boardbench.driver.DriverWarmUp;
import org.boardbench.input.InputException;
import org.boardbench.junit.Children;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.store.TrialId;
import org.boardbench.sut.process.Signals;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.Heard;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.trial.source.StageSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepIT {
  private static final String TWO_STARTS =
      """
      targets: [board]
      repetitions: 2
      workload: { boards: 2 }
      stages: [ { users: 4, ramp: 200ms, hold: 1s } ]
      """;

  private static final Path ALWAYS_FULL = Path.of("/dev/full");

  @TempDir private Path folder;
  private ProjectSpecimen project;

  @BeforeEach
  void layOutTheProject() throws IOException {
    project = new ProjectSpecimen(folder);
  }

  @Test
  void aTargetThatFailsFailsItsTrialWithItsLastWordsAndTheRestGoesOn() throws Exception {
    ExperimentPlan plan =
        project.plan(
            """
            targets: [board, unbuildable]
            workload: { boards: 2 }
            stages: [ { users: 4, ramp: 200ms, hold: 5s } ]
            """);

    Sweep.Outcome outcome = run(plan, StageSource.of(plan.stages()));

    assertThat(outcome).isEqualTo(Sweep.Outcome.SOME_FAILED);
    List<CSVRecord> trials = ProjectSpecimen.rows(runFolder().resolve("trials.csv"));
    assertThat(trials).hasSize(2);
    assertThat(trial(trials, "board").get("status")).isEqualTo("ok");
    assertThat(trial(trials, "unbuildable").get("status")).isEqualTo("failed");
    assertThat(trial(trials, "unbuildable").get("reason")).contains("no compiler here");
    List<CSVRecord> stages = ProjectSpecimen.rows(runFolder().resolve("stages.csv"));
    assertThat(stages).hasSize(1);
    assertThat(stages.getFirst().toMap())
        .contains(
            Map.entry("target", "board"),
            Map.entry("joined", "4"),
            Map.entry("sent", "20"),
            Map.entry("expected", "40"),
            Map.entry("lost", "0"));
    assertThat(stages.getFirst().get("cpu_mean_pct")).isNotEmpty();
    assertThatNothingOfOursRuns();
  }

  @Test
  void twoVariantsOfOneTargetAreBuiltOnceAndMeasuredUnderTheirOwnNames() throws Exception {
    ExperimentPlan plan =
        project.plan(
            """
            targets: [ { name: one, target: board, note: The first. }, { name: two, target: board } ]
            workload: { boards: 2 }
            stages: [ { users: 4, ramp: 200ms, hold: 1s } ]
            """);
    Heard<RunEvent> heard = new Heard<>();

    Sweep.Outcome outcome = run(plan, StageSource.of(plan.stages()), heard.bus());

    assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
    assertThat(heard.all(RunEvent.BuildStarted.class))
        .extracting(RunEvent.BuildStarted::target)
        .containsExactly("board");
    assertThat(attempts()).containsExactlyInAnyOrder("one-r1 ok", "two-r1 ok");
    assertThat(ProjectSpecimen.rows(runFolder().resolve("stages.csv")))
        .extracting(row -> row.get("target"))
        .containsExactlyInAnyOrder("one", "two");
    assertThat(Files.readString(runFolder().resolve("run.json")))
        .contains("\"name\" : \"two\"", "\"target\" : \"board\"", "\"note\" : \"The first.\"");
  }

  @Test
  void aTargetThatIsNotReadyInTimeFailsItsTrialWithItsLastWords() throws Exception {
    ExperimentPlan plan =
        project.plan(
            """
            targets: [never-ready]
            stages: [ { users: 4, ramp: 200ms, hold: 5s } ]
            deadlines: { ready: 6s }
            """);

    assertThat(run(plan, StageSource.of(plan.stages()))).isEqualTo(Sweep.Outcome.SOME_FAILED);

    assertThat(ProjectSpecimen.rows(runFolder().resolve("trials.csv")).getFirst().get("reason"))
        .contains("not ready", "6 s", "thinking");
    assertThatNothingOfOursRuns();
  }

  @Test
  void aRunThatIsBrokenOffKeepsWhatHasFinishedAndGoesOnWithTheRest() throws Exception {
    ExperimentPlan plan = project.plan(TWO_STARTS);

    Sweep.Outcome brokenOff = run(plan, brokenOffInTrial(2, plan));

    assertThat(brokenOff).isEqualTo(Sweep.Outcome.INTERRUPTED);
    assertThatNothingOfOursRuns();
    assertThat(attempts()).containsExactly("board-r1 ok", "board-r2 interrupted");

    Heard<RunEvent> heard = new Heard<>();
    Sweep.Outcome outcome = new Sweep(plan, project.root(), heard.bus()).resume(runFolder());

    assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
    assertThat(warmUpsAndTrials(heard)).containsExactly("driver warm-up", "board-r2-2");
    assertThat(attempts()).containsExactly("board-r1 ok", "board-r2 interrupted", "board-r2-2 ok");

    Heard<RunEvent> again = new Heard<>();
    new Sweep(plan, project.root(), again.bus()).resume(runFolder());

    assertThat(warmUpsAndTrials(again))
        .as("when nothing is left to run, the driver does not warm up for it")
        .isEmpty();
  }

  @Test
  void aStageThatADiskWithoutRoomDoesNotTakeFailsItsTrialAndTheRestGoesOn() throws Exception {
    assumeTrue(Files.exists(ALWAYS_FULL), "needs a device that is always full");

    ExperimentPlan plan = project.plan(TWO_STARTS);

    Sweep.Outcome outcome =
        run(
            plan,
            rows -> {
              if (Files.notExists(runFolder().resolve("trials/board-r2"))) {
                onDisk(run ->
                    Files.createSymbolicLink(run.resolve("trials/board-r1/rtt.hlog"), ALWAYS_FULL));
              }
              return StageSource.of(plan.stages()).next(rows);
            });

    assertThat(outcome).isEqualTo(Sweep.Outcome.SOME_FAILED);
    assertThat(attempts()).containsExactly("board-r1 failed", "board-r2 ok");
    assertThat(ProjectSpecimen.rows(runFolder().resolve("trials.csv")).getFirst().get("reason"))
        .matches("cannot write .*/board-r1/rtt.hlog: No space left on device");
    assertThatNothingOfOursRuns();
  }

  @Test
  void aRunThatCanKeepNothingMoreEndsAndSaysHowToGoOn() throws Exception {
    ExperimentPlan plan = project.plan(TWO_STARTS);
    StageSource losesTheFolder =
        rows -> {
          Optional<StageSpec> next = StageSource.of(plan.stages()).next(rows);
          if (next.isEmpty()) {
            onDisk(run -> {
              Files.move(run.resolve("trials"), run.resolve("moved"));
              Files.createFile(run.resolve("trials"));
            });
          }
          return next;
        };
    Heard<RunEvent> heard = new Heard<>();

    assertThatThrownBy(() -> run(plan, losesTheFolder, heard.bus()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot write ")
        .hasMessageContaining("trials/board-r2")
        .hasMessageEndingWith("bench/boardbench run --resume " + runFolder());
    assertThat(attempts()).containsExactly("board-r1 ok");
    assertThat(heard.events()).endsWith(new RunEvent.RunEnded(runFolder()));
  }

  @Test
  void aRunNamesTheCalibrationItCannotUseAndSaysSo() throws Exception {
    Path stale = Files.createDirectories(project.results().resolve("calibration-20260131-235958"));
    Files.writeString(stale.resolve("calibration.json"), "{ torn");
    Heard<RunEvent> heard = new Heard<>();
    Path out = folder.resolve("out");

    Sweep.Outcome outcome =
        new Sweep(
                project.plan(TWO_STARTS.replace("repetitions: 2", "repetitions: 1")),
                project.root(),
                heard.bus())
            .run(project.results(), Optional.of(out));

    assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
    assertThat(heard.all(RunEvent.CalibrationChosen.class))
        .singleElement()
        .extracting(chosen -> chosen.calibration().note(), InstanceOfAssertFactories.STRING)
        .contains("calibration-20260131-235958", "no JSON");
    assertThat(out.resolve("run.json"))
        .content()
        .contains("\"calibration\" : null", "\"calibration_note\" : \"none fits;");
  }

  @Test
  void aRunIsNotResumedWithAnotherPlan() throws Exception {
    ExperimentPlan plan = project.plan(TWO_STARTS);
    run(plan, brokenOffInTrial(1, plan));
    ExperimentPlan other = project.plan(TWO_STARTS.replace("hold: 1s", "hold: 3s"));

    assertThatThrownBy(
            () -> new Sweep(other, project.root(), EventBus.toNobody()).resume(runFolder()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("hold");
  }

  @Test
  void ctrlCInTheMiddleOfAStageStoresTheTrialAsInterruptedAndLeavesNothingRunning()
      throws Exception {
    assertThatItEndsInOrder(Signals.asInATerminal(longSweep()), List.of("INT"), 130);
  }

  @Test
  void aSweepInTheBackgroundDoesTheSameOnSigtermAndIgnoresCtrlC() throws Exception {
    assertThatItEndsInOrder(Signals.asInTheBackground(longSweep()), List.of("INT", "TERM"), 143);
  }

  private List<String> longSweep() throws IOException {
    Path experiment = folder.resolve("long.yaml");
    Files.writeString(experiment, TWO_STARTS.replace("hold: 1s", "hold: 60s"));
    return HarnessCommand.run(folder, experiment.toString());
  }

  private void assertThatItEndsInOrder(List<String> command, List<String> signals, int status)
      throws Exception {
    Path output = folder.resolve("output.txt");
    Process harness =
        Children.builder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      await(() -> Files.readString(output).contains("stage 1/1"), harness);
      List<ProcessHandle> servers = harness.descendants().toList();
      assertThat(servers).isNotEmpty();

      for (String signal : signals) {
        Signals.send(signal, harness);
      }

      assertThat(harness.waitFor()).as(Files.readString(output)).isEqualTo(status);
      assertThat(servers).noneMatch(ProcessHandle::isAlive);
      assertThat(attempts()).containsExactly("board-r1 interrupted");
      assertThat(output).content().contains("--resume");
    } finally {
      harness.destroyForcibly();
    }
  }

  private Sweep.Outcome run(ExperimentPlan plan, StageSource stages) throws Exception {
    return run(plan, stages, EventBus.toNobody());
  }

  private Sweep.Outcome run(ExperimentPlan plan, StageSource stages, EventBus<RunEvent> events)
      throws Exception {
    return new Sweep(plan, project.root(), events, stages, DriverWarmUp::run)
        .run(project.results(), Optional.empty());
  }

  private Path runFolder() {
    try (var runs = Files.list(project.results())) {
      return runs.findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does something to the run's folder while the run is under way. */
  private void onDisk(FolderChange change) {
    try {
      change.in(runFolder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface FolderChange {
    void in(Path run) throws IOException;
  }

  private List<String> attempts() throws IOException {
    return ProjectSpecimen.rows(runFolder().resolve("trials.csv")).stream()
        .map(row -> row.get("trial_id") + " " + row.get("status"))
        .toList();
  }

  private static CSVRecord trial(List<CSVRecord> rows, String target) {
    return rows.stream().filter(row -> row.get("target").equals(target)).findFirst().orElseThrow();
  }

  private static void assertThatNothingOfOursRuns() {
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
  }

  /** Waits for what the harness does; gives up when it has ended. */
  private static void await(Condition condition, Process harness) throws Exception {
    while (!condition.holds()) {
      assertThat(harness.isAlive()).as("the harness runs").isTrue();
      Thread.sleep(20);
    }
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds() throws IOException;
  }

  /** Breaks off as Ctrl-C does, in the middle of a trial. */
  private static StageSource brokenOffInTrial(int trial, ExperimentPlan plan) {
    AtomicInteger started = new AtomicInteger();
    return rows -> {
      if (rows.isEmpty() && started.incrementAndGet() == trial) {
        Thread.currentThread().interrupt();
      }
      return StageSource.of(plan.stages()).next(rows);
    };
  }

  private static List<String> warmUpsAndTrials(Heard<RunEvent> heard) {
    List<String> told = new ArrayList<>();
    for (RunEvent event : heard.events()) {
      if (event instanceof RunEvent.DriverWarmUpStarted) {
        told.add("driver warm-up");
      } else if (event instanceof RunEvent.TrialStarted(TrialId trial, String _)) {
        told.add(trial.id());
      }
    }
    return told;
  }
}
