package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.trial.events.EventBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Work of others on the machine of a real sweep, whose server the harness starts itself. */
@Timeout(600)
class ForeignLoadIT {
  /** Ends by itself, whatever happens to the test. */
  private static final List<String> BUSY =
      List.of("timeout", "300", "sh", "-c", "while :; do :; done");

  private static final double HALF_A_CORE_PCT = 50;

  @TempDir private Path folder;
  private Process busy;

  @AfterEach
  void endTheBusyLoop() {
    busy.descendants().forEach(ProcessHandle::destroyForcibly);
    busy.destroyForcibly();
  }

  @Test
  void aBusyLoopThatHasNoPartInTheTrialIsToldAndCondemnsTheRow() throws Exception {
    ProjectSpecimen project = new ProjectSpecimen(folder);
    ExperimentPlan plan =
        project.plan(
            """
            targets: [board]
            workload: { boards: 2, rate: 20 }
            stages: [ { users: 4, ramp: 200ms, hold: 3s } ]
            validity: { foreign-load: 1 }
            """);
    busy = new ProcessBuilder(BUSY).start();

    new Sweep(plan, project.root(), EventBus.toNobody()).run(project.results(), Optional.empty());

    CSVRecord row = row(project);
    assumeThat(row.get("foreign_cpu_pct"))
        .as("the kernel's account of the whole machine can be read")
        .isNotEmpty();
    assertThat(Double.parseDouble(row.get("foreign_cpu_pct"))).isGreaterThan(HALF_A_CORE_PCT);
    assertThat(row.get("valid")).isEqualTo("false");
    assertThat(row.get("invalid_reasons")).contains("foreign-load");
    assertThat(Double.parseDouble(row.get("cores_available")))
        .isLessThan(Runtime.getRuntime().availableProcessors() - HALF_A_CORE_PCT / 100);
    assertThat(Double.parseDouble(row.get("busiest_thread_pct"))).isBetween(0.0, 110.0);
    assertThat(row.get("target_run_delay_pct")).isNotEmpty();
  }

  private static CSVRecord row(ProjectSpecimen project) throws IOException {
    try (var runs = Files.list(project.results())) {
      return ProjectSpecimen.rows(runs.findFirst().orElseThrow().resolve("stages.csv")).getFirst();
    }
  }
}
