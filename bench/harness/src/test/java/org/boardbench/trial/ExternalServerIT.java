package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.driver.DriverWarmUp;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.reference.Fault;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.source.StageSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep against a server that the harness did not start. */
class ExternalServerIT {
  @TempDir private Path folder;

  @Test
  void aServerThatSomeoneElseStartedIsMeasuredExactly() throws Exception {
    // The wire check, which must pass, has fewer deliveries than that.
    try (ReferenceServer server = ReferenceServer.start(FaultScript.every(36, Fault.DROP))) {
      ExperimentPlan plan =
          ProjectSpecimen.external(
              server,
              Map.of(
                  "--users", "6",
                  "--boards", "2",
                  "--ramp", "200ms",
                  "--drain", "6s",
                  "--hold", "2s"));
      long[] droppedBefore = {0};
      StageSource stages =
          rows -> {
            if (rows.isEmpty()) {
              droppedBefore[0] = server.counts().done(Fault.DROP);
            }
            return StageSource.of(plan.stages()).next(rows);
          };
      Path out = folder.resolve("out");

      Sweep.Outcome outcome =
          new Sweep(plan, folder, EventBus.toNobody(), stages, DriverWarmUp::run)
              .run(folder, Optional.of(out));

      assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
      CSVRecord row = ProjectSpecimen.rows(out.resolve("stages.csv")).getFirst();
      assertThat(Long.parseLong(row.get("lost")) + Long.parseLong(row.get("ramp_lost")))
          .isEqualTo(server.counts().done(Fault.DROP) - droppedBefore[0])
          .isPositive();
      assertThat(row.get("sent")).isEqualTo("12");
      assertThat(row.get("cpu_mean_pct")).as("nobody knows an external server's CPU").isEmpty();
      assertThat(row.get("driver_cpu_pct")).isNotEmpty();
    }
  }
}
