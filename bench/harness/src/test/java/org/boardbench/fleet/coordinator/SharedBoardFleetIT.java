package org.boardbench.fleet.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.AgentReport;
import org.boardbench.driver.TrialDriver;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.plan.ExternalOptions;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.TrustOptions;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.protocol.Protocols;
import org.boardbench.reference.Counts;
import org.boardbench.reference.Fault;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.trial.ProjectSpecimen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents of this JVM that have users of the same boards, beside the books of a real server. */
@Timeout(600)
class SharedBoardFleetIT {
  private static final int USERS = 14;
  private static final int MESSAGES = 20 * USERS;

  private final RunClock clock = RunClock.startingNow();

  /** Of the second of two stages, whose users are all there when it begins. */
  private record Ran(StageResult result, List<AgentReport> reports, Counts before, Counts after) {
    long done(Fault fault) {
      return after.done(fault) - before.done(fault);
    }
  }

  private static ExperimentPlan plan(ReferenceServer server, int boards) throws Exception {
    return new PlanReader(Set.of())
        .readExternal(
            new ExternalOptions(
                server.uri().toString(), Optional.empty(), List.of(), TrustOptions.NONE),
            new PlanOverrides(
                Map.of(
                    "--users", USERS + "," + USERS,
                    "--boards", Integer.toString(boards),
                    "--rate", "20",
                    "--ramp", "300ms",
                    "--hold", "1s",
                    "--drain", "5s",
                    "--seed", "5"),
                List.of()));
  }

  private Ran run(FaultScript script, int boards, int... cores) throws Exception {
    try (ReferenceServer server = ReferenceServer.start(script);
        InMemoryAgents agents = new InMemoryAgents(cores);
        RemoteFleet fleet = agents.fleet()) {
      ExperimentPlan plan = plan(server, boards);
      assertThat(fleet.objections(plan)).isEmpty();
      fleet.join(clock);
      try (TrialDriver driver =
          fleet.open(
              plan,
              new Endpoint(server.uri(), Map.of()),
              Protocols.usual(),
              SocketLoops.best(),
              new DriverListener() {})) {
        driver.run(1, plan.stages().getFirst());
        Counts before = server.counts();
        StageResult result = driver.run(2, plan.stages().getLast());
        return new Ran(result, driver.agents(), before, server.counts());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void agentsCountWhatTheServerCounts(int boards) throws Exception {
    Ran ran = run(FaultScript.none(), boards, 1, 2, 1);

    StageResult result = ran.result;
    long deliveries = (long) MESSAGES * USERS / boards;
    assertThat(result.joined()).isEqualTo(USERS);
    assertThat(result.hold())
        .isEqualTo(new MessageCounts(MESSAGES, MESSAGES, deliveries, deliveries, 0, 0, 0, 0));
    assertThat(result.owed().total()).isEqualTo(deliveries);
    assertThat(result.owed().away()).isZero();
    assertThat(result.coverage().complete()).isEqualTo(MESSAGES);
    assertThat(result.delivery().count()).isEqualTo(deliveries);
    assertThat(result.reach().all().count()).isEqualTo(MESSAGES);
    assertThat(result.reach().half()).isEqualTo(TimeFigures.NONE);
    assertThat(result.seconds().stream().mapToLong(second -> second.messages().lost()).sum())
        .isZero();
    assertThat(ran.after.messages() - ran.before.messages())
        .isEqualTo(result.hold().sent() + result.ramp().sent());
    assertThat(ran.after.deliveries() - ran.before.deliveries())
        .isEqualTo(result.hold().expected() + result.ramp().expected());
    assertThat(ran.reports)
        .extracting(report -> report.figures().share().boards())
        .containsOnly(boards);
    assertThat(ran.reports.stream().mapToInt(report -> report.figures().share().users()).sum())
        .isEqualTo(USERS);
  }

  @Test
  void whatTheServerDoesWrongIsCounted() throws Exception {
    FaultScript script =
        FaultScript.every(7, Fault.DROP).and(11, Fault.DUPLICATE).and(17, Fault.CORRUPT);
    Ran ran = run(script, 1, 1, 1);

    MessageCounts counts = ran.result.ramp().plus(ran.result.hold());
    assertThat(counts.lost()).isEqualTo(ran.done(Fault.DROP) + ran.done(Fault.CORRUPT));
    assertThat(counts.duplicated()).isEqualTo(ran.done(Fault.DUPLICATE)).isPositive();
    assertThat(counts.corrupt()).isEqualTo(ran.done(Fault.CORRUPT)).isPositive();
    assertThat(counts.reordered()).isZero();
  }

  @Test
  void whatTheServerSwapsIsCounted() throws Exception {
    Ran ran = run(FaultScript.every(7, Fault.SWAP).swappedWithin(Duration.ofMillis(300)), 1, 1, 1);

    MessageCounts counts = ran.result.ramp().plus(ran.result.hold());
    assertThat(counts.reordered()).isEqualTo(ran.done(Fault.SWAP)).isPositive();
    assertThat(counts.lost()).isZero();
  }

  @Test
  void whereUsersComeAndGoEachAgentNeedsABoard(@TempDir Path folder) throws Exception {
    ExperimentPlan plan =
        new ProjectSpecimen(folder)
            .plan(
                """
                targets: [ board ]
                workload: { boards: 2 }
                stages: [ { users: 9, hold: 10s, churn: { stay: 30s, away: 1s } } ]
                """);
    try (InMemoryAgents agents = new InMemoryAgents(1, 1, 1);
        RemoteFleet fleet = agents.fleet()) {
      assertThat(fleet.objections(plan))
          .singleElement()
          .hasToString(
              "--agents: cannot share boards whose users come and go: 3 agents need as many boards"
                  + " at least, the plan has 2 (--boards)");
    }
  }
}
