package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.Problem;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.sut.build.ToolCheck;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.trial.events.EventBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs of a server that Redis joins, with several replicas. */
@Timeout(600)
class ReplicaRunIT {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final String SERVER = "node-ws-cluster-redis";

  @TempDir private Path folder;

  private Sweep.Outcome run(String variant, String stage) throws Exception {
    String yaml =
        """
        targets: [{ target: %s, parameters: { workers: 1 }, %s }]
        workload: { boards: 3, rate: 5 }
        reconnect: { first: 0ms, backoff: 50ms..100ms, jitter: 0 }
        stages: [{ users: 24, ramp: 500ms, %s }]
        """
            .formatted(SERVER, variant, stage);
    ExperimentPlan plan =
        new PlanReader(Set.of(SERVER)).read("replicas.yaml", yaml, PlanOverrides.NONE);
    List<Problem> missing =
        ToolCheck.problems(
            new TargetCatalog(ROOT).manifests(plan.variants()).values(), HostEnvironment.of(ROOT));
    assumeTrue(missing.isEmpty(), missing::toString);
    return ProjectSpecimen.coldSweep(plan, ROOT, EventBus.toNobody())
        .run(folder, Optional.of(folder.resolve("out")));
  }

  private List<CSVRecord> rows(String table) throws IOException {
    return ProjectSpecimen.rows(folder.resolve("out").resolve(table));
  }

  private CSVRecord stage() throws IOException {
    assertThat(rows("stages.csv")).as("trials: %s", rows("trials.csv")).hasSize(1);
    return rows("stages.csv").getFirst();
  }

  /** Of a replica, at the end of each second. */
  private List<String> users(int replica) throws IOException {
    return rows("replicas.csv").stream()
        .filter(row -> row.get("replica").equals(Integer.toString(replica)))
        .map(row -> row.get("users"))
        .toList();
  }

  /** In some of the last seconds a health check may be under way. */
  private List<String> atTheEnd(int replica) throws IOException {
    List<String> users = users(replica);
    return users.subList(users.size() - 4, users.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"haproxy", "nginx"})
  void behindABalancerReplicasShareUsersAndBoards(String balancer) throws Exception {
    assertThat(run("replicas: 2, balancer: " + balancer, "hold: 4s"))
        .isEqualTo(Sweep.Outcome.ALL_OK);

    assertThat(stage().get("joined")).isEqualTo("24");
    assertThat(stage().get("lost")).isEqualTo("0");
    assertThat(stage().get("delivery_cross_p50_ms")).as("nobody knows who is where").isEmpty();
    assertThat(users(1)).contains("12");
    assertThat(users(2)).contains("12");
    assertThat(rows("resources.csv"))
        .extracting(row -> row.get("component"))
        .contains("server", "redis", balancer, "driver");
    assertThat(rows("resources.csv"))
        .as("each second once, both replicas together")
        .filteredOn(row -> row.get("component").equals("server"))
        .extracting(row -> row.get("second"))
        .doesNotHaveDuplicates();
  }

  @Test
  void withoutABalancerEachUserHasItsOwnReplica() throws Exception {
    assertThat(run("replicas: 3, balancer: direct", "hold: 4s")).isEqualTo(Sweep.Outcome.ALL_OK);

    assertThat(stage().get("lost")).isEqualTo("0");
    assertThat(stage().get("delivery_same_p50_ms")).isNotEmpty();
    assertThat(stage().get("delivery_cross_p50_ms")).isNotEmpty();
    for (int replica = 1; replica <= 3; replica++) {
      assertThat(users(replica)).as("replica %d", replica).contains("8");
    }
  }

  @Test
  void usersOfAKilledReplicaGoToTheOtherOneAndDoNotComeBackByThemselves() throws Exception {
    assertThat(
            run(
                "replicas: 2",
                "hold: 12s, faults: [{ at: 2s, kind: kill, what: replica, for: 1s }]"))
        .isEqualTo(Sweep.Outcome.ALL_OK);

    assertThat(stage().get("disconnects")).isEqualTo("12");
    assertThat(stage().get("reconnects")).isEqualTo("12");
    int alive = atTheEnd(1).contains("24") ? 1 : 2;
    assertThat(atTheEnd(alive)).contains("24");
    assertThat(atTheEnd(3 - alive)).contains("0");
    CSVRecord recovery = rows("recovery.csv").getFirst();
    assertThat(recovery.get("dropped")).isEqualTo("12");
    assertThat(recovery.get("balanced_ms")).as("connections do not move").isEmpty();
  }

  @Test
  void inARollingRestartEveryReplicaIsThereAgain() throws Exception {
    assertThat(run("replicas: 2", "hold: 12s, faults: [{ at: 1s, kind: rolling-restart }]"))
        .isEqualTo(Sweep.Outcome.ALL_OK);

    CSVRecord event = rows("events.csv").getFirst();
    assertThat(event.get("component")).isEqualTo("replica");
    assertThat(event.get("ended_ms")).isNotEmpty();
    assertThat(stage().get("joined")).isEqualTo("24");
    assertThat(Integer.parseInt(stage().get("reconnects"))).isGreaterThanOrEqualTo(24);
  }
}
