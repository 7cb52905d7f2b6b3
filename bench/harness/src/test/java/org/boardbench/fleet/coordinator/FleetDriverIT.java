package org.boardbench.fleet.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.AgentReport;
import org.boardbench.driver.LoadDriver;
import org.boardbench.driver.TrialDriver;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.fleet.FleetException;
import org.boardbench.plan.ExternalOptions;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.TrustOptions;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.protocol.Protocols;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.trial.ProjectSpecimen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Agents of this JVM, a real server, and a network that can be cut. */
@Timeout(600)
class FleetDriverIT {
  private final RunClock clock = RunClock.startingNow();

  private static ExperimentPlan plan(ReferenceServer server) throws Exception {
    return plan(server, "1s");
  }

  private static ExperimentPlan plan(ReferenceServer server, String hold) throws Exception {
    return new PlanReader(Set.of())
        .readExternal(
            new ExternalOptions(
                server.uri().toString(), Optional.empty(), List.of(), TrustOptions.NONE),
            new PlanOverrides(
                Map.of(
                    "--users", "8,14",
                    "--boards", "6",
                    "--rate", "20",
                    "--ramp", "300ms",
                    "--hold", hold,
                    "--drain", "20s",
                    "--seed", "5"),
                List.of()));
  }

  private static Endpoint endpoint(ReferenceServer server) {
    return new Endpoint(server.uri(), Map.of());
  }

  /** Every stage, and what agents had of it. */
  private record Ran(List<StageResult> results, List<List<AgentReport>> reports) {}

  private static Ran run(TrialDriver driver, ExperimentPlan plan) throws InterruptedException {
    Ran ran = new Ran(new ArrayList<>(), new ArrayList<>());
    for (StageSpec stage : plan.stages()) {
      ran.results.add(driver.run(ran.results.size() + 1, stage));
      ran.reports.add(driver.agents());
    }
    return ran;
  }

  private Ran by(int... cores) throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.none());
        InMemoryAgents agents = new InMemoryAgents(cores);
        RemoteFleet fleet = agents.fleet()) {
      ExperimentPlan plan = plan(server);
      fleet.join(clock);
      try (TrialDriver driver =
          fleet.open(
              plan,
              endpoint(server),
              Protocols.usual(),
              SocketLoops.best(),
              new DriverListener() {})) {
        return run(driver, plan);
      }
    }
  }

  private Ran alone() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.none())) {
      ExperimentPlan plan = plan(server);
      try (LoadDriver driver =
          LoadDriver.start(
              plan,
              endpoint(server),
              Protocols.usual(),
              SocketLoops.best(),
              clock,
              new DriverListener() {})) {
        return run(driver, plan);
      }
    }
  }

  @Test
  void threeAgentsCountWhatOneDoesAndWhatADriverWithoutAgentsDoes() throws Exception {
    Ran three = by(1, 2, 1);
    Ran one = by(1);
    Ran alone = alone();

    for (int stage = 0; stage < alone.results.size(); stage++) {
      StageResult expected = alone.results.get(stage);
      for (Ran ran : List.of(three, one)) {
        StageResult result = ran.results.get(stage);
        assertThat(result.hold()).isEqualTo(expected.hold());
        assertThat(result.hold().lost()).isZero();
        assertThat(result.owed()).isEqualTo(expected.owed());
        assertThat(result.joined()).isEqualTo(expected.joined());
        assertThat(result.ramp().lost()).isZero();
        assertThat(result.rtt().count()).isEqualTo(expected.rtt().count());
        assertThat(result.holdSeconds()).isEqualTo(1);
      }
    }
    assertThat(three.reports.getLast())
        .extracting(report -> report.figures().share().boards())
        .containsExactly(2, 3, 1);
    assertThat(three.reports.getLast())
        .extracting(report -> report.figures().share().users())
        .containsExactly(6, 6, 2);
    assertThat(three.reports.getLast())
        .allSatisfy(report -> {
          assertThat(report.figures().isLost()).isFalse();
          assertThat(report.figures().joined()).hasValue(report.figures().share().users());
          assertThat(report.figures().sendDelay()).isNotEqualTo(TimeFigures.NONE);
          assertThat(report.figures().clock().errorNs().orElseThrow()).isPositive();
        });
  }

  /** Calls back when a hold begins. */
  private static DriverListener inHold(IntConsumer then) {
    return new DriverListener() {
      @Override
      public void holdStarted(int stage, long startNs) {
        then.accept(stage);
      }
    };
  }

  @Test
  void anAgentThatIsLostInAHoldIsNamedAndTheOthersFinishIt() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.none());
        InMemoryAgents agents = new InMemoryAgents(1, 1, 1);
        RemoteFleet fleet = agents.fleet()) {
      ExperimentPlan plan = plan(server);
      fleet.join(clock);
      StageSpec stage = plan.stages().getFirst();
      try (TrialDriver driver =
          fleet.open(
              plan,
              endpoint(server),
              Protocols.usual(),
              SocketLoops.best(),
              inHold(number -> agents.cut(1)))) {
        StageResult result = driver.run(1, stage);

        assertThat(driver.agents())
            .extracting(report -> report.figures().lost())
            .containsExactly("", "the test has cut it off", "");
        // Two of three pairs of boards, and of the eight users those who are on them.
        assertThat(result.joined()).isEqualTo(6);
        assertThat(result.hold().sent()).isEqualTo(6 * 20);
        assertThatThrownBy(() -> driver.run(2, stage))
            .isInstanceOf(FleetException.class)
            .hasMessage("agent 127.0.0.1:7901 was lost: the test has cut it off");
      }

      fleet.regain();
      try (TrialDriver driver =
          fleet.open(
              plan,
              endpoint(server),
              Protocols.usual(),
              SocketLoops.best(),
              new DriverListener() {})) {
        assertThat(driver.run(1, stage).joined()).isEqualTo(8);
      }
    }
  }

  @Test
  void anAgentThatTellsNothingForTenSecondsOfAHoldIsLost() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.none());
        InMemoryAgents agents = new InMemoryAgents(1, 1);
        RemoteFleet fleet = agents.fleet()) {
      fleet.join(clock);
      ExperimentPlan plan = plan(server, "12s");
      try (TrialDriver driver =
          fleet.open(
              plan,
              endpoint(server),
              Protocols.usual(),
              SocketLoops.best(),
              inHold(number -> agents.mute(0)))) {
        driver.run(1, plan.stages().getFirst());

        assertThat(driver.agents())
            .extracting(report -> report.figures().lost())
            .containsExactly("has told nothing of the stage for 10 s", "");
      }
    }
  }

  @Test
  void aTrialWithoutAnyAgentLeftFailsInOneLine() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.none());
        InMemoryAgents agents = new InMemoryAgents(1, 1);
        RemoteFleet fleet = agents.fleet()) {
      ExperimentPlan plan = plan(server);
      fleet.join(clock);
      try (TrialDriver driver =
          fleet.open(
              plan,
              endpoint(server),
              Protocols.usual(),
              SocketLoops.best(),
              inHold(number -> {
                agents.cut(0);
                agents.cut(1);
              }))) {
        assertThatThrownBy(() -> driver.run(1, plan.stages().getFirst()))
            .isInstanceOf(FleetException.class)
            .hasMessageStartingWith("all agents were lost: 127.0.0.1:7900 the test has cut it off");
      }
    }
  }

  @Test
  void aSecondRunIsToldThatTheAgentIsTaken() throws Exception {
    try (InMemoryAgents agents = new InMemoryAgents(1);
        RemoteFleet first = agents.fleet();
        RemoteFleet second = agents.fleet()) {
      first.join(clock);

      assertThatThrownBy(() -> second.join(clock))
          .hasMessage("--agents: 127.0.0.1:7900 drives another run at this moment");
    }
  }

  @Test
  void variantsWithLoopsOfTheirOwnAreNotForAFleet(@TempDir Path folder) throws Exception {
    ExperimentPlan plan =
        new ProjectSpecimen(folder)
            .plan(
                """
                targets:
                  - { name: usual, target: board }
                  - { name: portable, target: board, loop: nio }
                workload: { boards: 2 }
                stages: [ { users: 4, hold: 1s } ]
                """);
    try (InMemoryAgents agents = new InMemoryAgents(1, 1);
        RemoteFleet fleet = agents.fleet()) {
      assertThat(fleet.objections(plan))
          .singleElement()
          .hasToString(
              "--agents: measure all variants by one driver, the plan has a loop or gather of its"
                  + " own for portable");
    }
  }
}
