package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.Problem;
import org.boardbench.junit.TakesLong;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.sut.build.ToolCheck;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.trial.events.EventBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real server of several processes that are joined by Redis, of which one is made to fail. */
@Timeout(1200)
class ScaledFaultIT {
  private static final Path ROOT = Path.of("../..");
  private static final String TARGET = "node-ws-cluster-redis";
  private static final int USERS = 12;

  @TempDir private Path folder;

  @Test
  void whoWasAtAKilledWorkerDropsAndComesBackAndNobodyElseDoes() throws Exception {
    CSVRecord recovery = recovery("{ at: 2s..3s, kind: kill, what: worker }");

    double dropped = number(recovery, "dropped");
    assertThat(dropped).as("some of them, not all").isBetween(1.0, USERS - 1.0);
    assertThat(number(recovery, "returned")).isEqualTo(dropped);
    assertThat(recovery.get("recovery_ms")).as("all is well again").isNotEmpty();
    CSVRecord event = only("events.csv");
    assertThat(event.get("component")).isEqualTo("worker");
    assertThat(event.get("pids")).as("one process").matches("\\d+");
  }

  @Test
  void aServerWhoseRedisIsKilledAndStartedAgainBringsEveryMessageAgain() throws Exception {
    CSVRecord recovery = recovery("{ at: 2s..3s, kind: kill, what: redis, for: 1s }");

    assertThat(recovery.get("recovery_ms")).as("all is well again").isNotEmpty();
    assertThat(number(recovery, "returned")).isEqualTo(number(recovery, "dropped"));
    CSVRecord event = only("events.csv");
    assertThat(event.get("component")).isEqualTo("redis");
    assertThat(number(event, "ended_ms") - number(event, "at_ms")).isGreaterThanOrEqualTo(1_000);
    assertThat(number(recovery, "lost") + number(recovery, "missed"))
        .as("what was sent meanwhile reached no other worker")
        .isPositive();
  }

  @Test
  @TakesLong
  void aServerWhoseRedisIsSlowLosesNothing() throws Exception {
    CSVRecord recovery =
        recovery("{ at: 2s..3s, kind: slow, between: redis, delay: 200ms, for: 2s }");

    assertThat(number(recovery, "dropped")).isZero();
    assertThat(number(recovery, "lost") + number(recovery, "missed")).isZero();
    assertThat(number(only("stages.csv"), "rtt_max_ms"))
        .as("there and back")
        .isGreaterThanOrEqualTo(400);
  }

  /** The only row of recovery.csv of a run that ended as planned. */
  private CSVRecord recovery(String fault) throws Exception {
    TargetCatalog catalog = new TargetCatalog(ROOT);
    List<Problem> missing =
        ToolCheck.problems(List.of(catalog.manifest(TARGET)), HostEnvironment.of(ROOT));
    assumeTrue(missing.isEmpty(), missing::toString);
    String yaml =
        """
        targets: [%s]
        workload: { boards: 2, rate: 5 }
        thresholds: { rtt_p99_ms: "< 60000" }
        reconnect: { first: 0ms, backoff: 50ms..200ms, jitter: 0 }
        stages: [{ users: %d, ramp: 500ms, hold: 20s, faults: [%s] }]
        """
            .formatted(TARGET, USERS, fault);

    Sweep.Outcome outcome =
        ProjectSpecimen.coldSweep(
                new PlanReader(Set.of(TARGET))
                    .read("scaled.yaml", yaml, new PlanOverrides(Map.of(), List.of())),
                ROOT,
                EventBus.toNobody())
            .run(folder, Optional.of(folder.resolve("out")));

    assertThat(outcome).as(only("trials.csv").get("reason")).isEqualTo(Sweep.Outcome.ALL_OK);
    return only("recovery.csv");
  }

  private CSVRecord only(String table) throws IOException {
    List<CSVRecord> rows = ProjectSpecimen.rows(folder.resolve("out").resolve(table));
    assertThat(rows).as(table).hasSize(1);
    return rows.getFirst();
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
