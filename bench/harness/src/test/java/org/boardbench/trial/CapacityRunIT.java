package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.trial.events.Heard;
import org.boardbench.trial.events.RunEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Searches whose end is sure: what is asked is kept by every server that gets ready. */
@Timeout(600)
class CapacityRunIT {
  /** No row is invalid, whatever else the machine does. */
  private static final String EVERYTHING_IS_VALID =
      """
      validity: { samples: 1, percentile: 50, sent: 0, send-delay: 1m, driver-cpu: 100, stall: 1m,
        run-delay: 100, steal: 100, drift: 10000, connect-failures: 100, clock-step: 1m,
        backpressure: 100, foreign-load: 100 }
      """;

  @TempDir private Path folder;
  private ProjectSpecimen project;

  @BeforeEach
  void layOutTheProject() throws IOException {
    project = new ProjectSpecimen(folder);
  }

  @Test
  void aSearchClimbsInFreshStartsConfirmsAndSaysWhatItFound() throws Exception {
    ExperimentPlan plan = search("[ { rtt-p99: 1m, owed-loss: 100 } ]");
    Heard<RunEvent> heard = new Heard<>();

    assertThat(run(plan, heard)).isEqualTo(Sweep.Outcome.ALL_OK);

    // A busy machine may make a row invalid, and then its load is held again.
    assertThat(texts("stages.csv", "trial_id", "users").stream().distinct())
        .containsExactly(
            "board-r1 2",
            "board-r1 3",
            "board-r1 4",
            "board-r2 2",
            "board-r2 3",
            "board-r2 4",
            "board-r3 2",
            "board-r3 3",
            "board-r3 4",
            "board-r4 4");
    assertThat(texts("capacity.csv", "trial_id", "part", "lower_users", "upper_users", "at_least"))
        .containsExactly(
            "board-r1 bracket 4  true",
            "board-r2 staircase 4  true",
            "board-r3 staircase 4  true",
            "board-r4 confirmation 4  true",
            " result 4  true");
    assertThat(rows("capacity.csv").getLast().toMap())
        .containsEntry("target", "board")
        .containsEntry("users", "4.0")
        .containsEntry("starts", "2")
        .containsEntry("users_low", "")
        .containsEntry("rtt_p99_bound_ms", "60000.000");
    assertThat(rows("capacity.csv"))
        .filteredOn(row -> row.get("part").matches("staircase|result"))
        .as("users have a price")
        .allSatisfy(
            row -> assertThat(Double.parseDouble(row.get("users_per_100_mib"))).isPositive());
    assertThat(heard.all(RunEvent.TrialStarted.class))
        .extracting(RunEvent.TrialStarted::task)
        .containsExactly("bracket", "staircase 1/2", "staircase 2/2", "confirmation 1");
    assertThat(heard.all(RunEvent.Noted.class))
        .extracting(RunEvent.Noted::sentence)
        .contains("board keeps RTT p99 ≤ 60000 ms with at least 4 users (2 starts)");
  }

  @Test
  void aSearchThatWasBrokenOffGoesOnAsOneThatWasNot() throws Exception {
    ExperimentPlan plan = search("[ { rtt-p99: 1m, owed-loss: 100 } ]");
    run(plan, new Heard<>());
    List<String> whole = texts("capacity.csv", "part", "lower_users", "users", "starts");
    keep("trials.csv", line -> !line.contains("board-r4"));
    keep("capacity.csv", line -> !line.matches(".*(board-r3|board-r4|result).*"));

    Heard<RunEvent> heard = new Heard<>();
    Sweep.Outcome outcome =
        ProjectSpecimen.coldSweep(plan, project.root(), heard.bus()).resume(out());

    assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
    assertThat(heard.all(RunEvent.TrialStarted.class))
        .extracting(started -> started.trial().id())
        .containsExactly("board-r4-2");
    assertThat(texts("capacity.csv", "part", "lower_users", "users", "starts")).isEqualTo(whole);

    Heard<RunEvent> again = new Heard<>();
    ProjectSpecimen.coldSweep(plan, project.root(), again.bus()).resume(out());
    assertThat(again.all(RunEvent.TrialStarted.class)).as("nothing is left").isEmpty();
    assertThat(texts("capacity.csv", "part", "lower_users", "users", "starts")).isEqualTo(whole);
  }

  @Test
  void aServerThatNeverGetsReadyEndsItsSearch() throws Exception {
    ExperimentPlan plan =
        project.plan(plan("[ { rtt-p99: 1m } ]").replace("[board]", "[board, unbuildable]"));

    assertThat(run(plan, new Heard<>())).isEqualTo(Sweep.Outcome.SOME_FAILED);

    assertThat(texts("trials.csv", "trial_id", "status"))
        .filteredOn(trial -> trial.startsWith("unbuildable"))
        .containsExactly("unbuildable-r1 failed", "unbuildable-r2 failed", "unbuildable-r3 failed");
    assertThat(texts("capacity.csv", "target", "part", "users"))
        .contains("board result 4.0", "unbuildable result ");
  }

  private ExperimentPlan search(String objectives) throws Exception {
    return project.plan(plan(objectives));
  }

  private static String plan(String objectives) {
    return """
    targets: [board]
    workload: { boards: 1, rate: 50 }
    capacity: { objectives: %s, least-users: 2, most-users: 4, ramp: 200ms,
      hold: 300ms, starts: 2, confirm-ramp: 400ms, confirm-hold: 500ms, confirm-starts: 1 }
    """
            .formatted(objectives)
        + EVERYTHING_IS_VALID;
  }

  private Sweep.Outcome run(ExperimentPlan plan, Heard<RunEvent> heard) throws Exception {
    return ProjectSpecimen.coldSweep(plan, project.root(), heard.bus())
        .run(project.results(), Optional.of(out()));
  }

  private Path out() {
    return folder.resolve("out");
  }

  private List<CSVRecord> rows(String file) throws IOException {
    return ProjectSpecimen.rows(out().resolve(file));
  }

  /** These cells of each row, with spaces between them. */
  private List<String> texts(String file, String... columns) throws IOException {
    return rows(file).stream()
        .map(row -> String.join(" ", List.of(columns).stream().map(row::get).toList()))
        .toList();
  }

  /** As if the other lines had never been written. */
  private void keep(String file, Predicate<String> kept) throws IOException {
    Path path = out().resolve(file);
    List<String> lines = Files.readString(path).lines().filter(kept).toList();
    Files.writeString(path, String.join("\r\n", lines) + "\r\n");
  }
}
