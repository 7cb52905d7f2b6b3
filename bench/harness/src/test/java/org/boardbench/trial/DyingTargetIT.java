package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.driver.stage.DriverListener.Progress;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.trial.events.Acting;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers whose process ends by itself while it is measured. */
@Timeout(600)
class DyingTargetIT {
  @TempDir private Path folder;

  @Test
  void whatCameOfTheHoldInWhichAServerDiesIsStoredAndItsTrialFails() throws Exception {
    ProjectSpecimen project = new ProjectSpecimen(folder);
    ExperimentPlan plan =
        project.plan(
            """
            targets: [mortal]
            workload: { boards: 2, rate: 10 }
            stages:
              - { users: 4, ramp: 200ms, hold: 8s }
              - { users: 4, ramp: 200ms, hold: 8s }
            """);

    Sweep.Outcome outcome =
        run(project, plan, event -> progressIn(event).filter("hold"::equals).isPresent());

    assertThat(outcome).isEqualTo(Sweep.Outcome.SOME_FAILED);
    assertThat(rows("trials.csv"))
        .singleElement()
        .satisfies(trial -> {
          assertThat(trial.get("status")).isEqualTo("failed");
          assertThat(trial.get("reason")).contains("mortal", "status 7", "out of ideas");
          assertThat(trial.get("server_ended_users")).isEqualTo("4");
        });
    assertThat(rows("stages.csv"))
        .singleElement()
        .satisfies(stage -> {
          assertThat(number(stage, "scheduled")).as("the schedule goes on").isEqualTo(320);
          assertThat(number(stage, "unserved")).isPositive();
          assertThat(number(stage, "sent") + number(stage, "unserved")).isEqualTo(320);
          assertThat(number(stage, "disconnects")).isEqualTo(4);
          assertThat(number(stage, "owed"))
              .as("each message to the two of its board")
              .isEqualTo(640);
          assertThat(Double.parseDouble(stage.get("owed_lost_pct"))).isPositive();
        });
    assertThat(rows("timeline.csv")).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void ofAServerThatDiesBeforeTheHoldNothingIsMeasured() throws Exception {
    ProjectSpecimen project = new ProjectSpecimen(folder);
    ExperimentPlan plan =
        project.plan(
            """
            targets: [mortal]
            workload: { boards: 2 }
            stages: [ { users: 4, ramp: 10m, hold: 1s } ]
            """);

    Sweep.Outcome outcome = run(project, plan, event -> progressIn(event).isPresent());

    assertThat(outcome).isEqualTo(Sweep.Outcome.SOME_FAILED);
    assertThat(rows("trials.csv"))
        .singleElement()
        .satisfies(trial -> {
          assertThat(trial.get("reason")).contains("status 7", "out of ideas");
          assertThat(trial.get("server_ended_users")).as("of its ramp").isEqualTo("4");
        });
    assertThat(rows("stages.csv")).isEmpty();
  }

  /** Runs the plan; the server ends at the first event that {@code isMoment}. */
  private Sweep.Outcome run(
      ProjectSpecimen project, ExperimentPlan plan, Predicate<RunEvent> isMoment) throws Exception {
    Acting<RunEvent> fate =
        new Acting<>(
            "Fate",
            event -> {
              if (isMoment.test(event)) {
                project.endMortal();
              }
            });
    try (EventBus<RunEvent> events = EventBus.to(List.of(fate), sentence -> {})) {
      return ProjectSpecimen.coldSweep(plan, folder, events)
          .run(project.results(), Optional.of(folder.resolve("out")));
    }
  }

  private static Optional<String> progressIn(RunEvent event) {
    return event instanceof RunEvent.StageProgressed(Progress progress)
        ? Optional.of(progress.phase())
        : Optional.empty();
  }

  private List<CSVRecord> rows(String table) throws IOException {
    return ProjectSpecimen.rows(folder.resolve("out").resolve(table));
  }

  private static long number(CSVRecord row, String column) {
    return Long.parseLong(row.get(column));
  }
}
