package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.plan.model.DriverSpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.trial.events.EventBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One run whose variants are measured on loops of their own. */
@Timeout(600)
class VariantLoopsIT {
  @TempDir private Path folder;

  @Test
  void eachVariantsArrivalsHaveTheClockOfItsLoopAndOnlyARingCanBeShort() throws Exception {
    for (SocketLoops.Kind kind : SocketLoops.Kind.values()) {
      assumeTrue(kind.obstacle().isEmpty(), () -> kind.obstacle().orElseThrow());
    }
    ProjectSpecimen project = new ProjectSpecimen(folder);
    ExperimentPlan plan =
        project.plan(
            """
            targets:
              - { name: usual, target: board }
              - { name: ring, target: board, loop: io_uring }
              - { name: portable, target: board, loop: nio }
            driver: { loop: native }
            workload: { boards: 2 }
            stages: [ { users: 4, ramp: 200ms, hold: 1s } ]
            """);

    Sweep.Outcome outcome =
        ProjectSpecimen.coldSweep(plan, folder, EventBus.toNobody())
            .run(project.results(), Optional.of(folder.resolve("run")));

    assertThat(outcome).isEqualTo(Sweep.Outcome.ALL_OK);
    Map<String, CSVRecord> rows =
        ProjectSpecimen.rows(folder.resolve("run/stages.csv")).stream()
            .collect(Collectors.toMap(row -> row.get("target"), row -> row));
    assertThat(rows.get("usual").get("arrival_clock")).isEqualTo("kernel");
    assertThat(rows.get("ring").get("arrival_clock")).isEqualTo("kernel");
    assertThat(rows.get("portable").get("arrival_clock")).isEqualTo("driver");
    assertThat(Stream.of("usual", "ring", "portable"))
        .extracting(name -> rows.get(name).get("ring_shortages"))
        .containsExactly("", "0", "");
  }

  @Test
  void theLoopsOfAPlanAreFoundOutOnceForAllVariantsThatWantTheSame() throws Exception {
    ExperimentPlan plan =
        new ProjectSpecimen(folder)
            .plan(
                """
                targets:
                  - { name: one, target: board }
                  - { name: two, target: board, loop: nio }
                  - { name: three, target: board, gather: 200us }
                driver: { loop: nio, gather: 0s }
                stages: [ { users: 4, hold: 1s } ]
                """);
    Map<DriverSpec, SocketLoops> loops = DriverLoops.ofEachDriver(plan);

    assertThat(loops).hasSize(2);
    List<Long> gathers =
        plan.variants().stream()
            .map(variant -> loops.get(variant.driver(plan.driver())).gather().toNanos())
            .toList();
    assertThat(gathers).containsExactly(0L, 0L, 200_000L);
  }
}
