package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.store.StageRow;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.source.StageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trials whose stages hang on what came of those before. */
@Timeout(600)
class StageSearchIT {
  private static final int MOST_USERS = 8;

  @TempDir private Path folder;
  private final ReferenceServer server = ReferenceServer.start(FaultScript.none());

  @AfterEach
  void stop() {
    server.close();
  }

  /** A row needs 1000 messages; a user sends 300. */
  @Test
  void aSearchGoesOnWithFewerUsersAndStopsOnAVerdict() throws Exception {
    StageSource halves =
        rows -> {
          if (rows.isEmpty()) {
            return Optional.of(stage(MOST_USERS));
          }
          return hasFewSamples(rows.getLast())
              ? Optional.empty()
              : Optional.of(stage(rows.getLast().result().spec().users() / 2));
        };

    assertThat(run(halves)).isEqualTo(Sweep.Outcome.ALL_OK);

    assertThat(rows("stages.csv"))
        .extracting(
            row -> row.get("trial_id") + ": " + row.get("users") + " sent " + row.get("sent"))
        .containsExactly(
            "external-r1: 8 sent 2400",
            "external-r1: 4 sent 1200",
            "external-r1: 2 sent 600",
            "external-r2: 8 sent 2400",
            "external-r2: 4 sent 1200",
            "external-r2: 2 sent 600");
  }

  @Test
  void aStageWithMoreUsersThanThePlanHasFailsItsTrial() throws Exception {
    assertThat(run(rows -> Optional.of(stage(MOST_USERS + 1))))
        .isEqualTo(Sweep.Outcome.SOME_FAILED);

    assertThat(rows("trials.csv"))
        .extracting(row -> row.get("reason"))
        .containsOnly("stage 1 is to have 9 users, and the plan has 8 at most");
  }

  private static boolean hasFewSamples(StageRow row) {
    return row.verdict().reasons().stream()
        .anyMatch(reason -> reason.code() == ReasonCode.FEW_SAMPLES);
  }

  private static StageSpec stage(int users) {
    return new StageSpec(users, Duration.ofMillis(200), Duration.ofSeconds(1));
  }

  private List<CSVRecord> rows(String file) throws Exception {
    return ProjectSpecimen.rows(folder.resolve("out").resolve(file));
  }

  private Sweep.Outcome run(StageSource stages) throws Exception {
    ExperimentPlan plan =
        ProjectSpecimen.external(
            server,
            Map.of(
                "--users", Integer.toString(MOST_USERS),
                "--repetitions", "2",
                "--boards", "8",
                "--ramp", "200ms",
                "--rate", "300",
                "--hold", "1s"));
    return ProjectSpecimen.coldSweep(plan, folder, EventBus.toNobody(), stages)
        .run(folder, Optional.of(folder.resolve("out")));
  }
}
