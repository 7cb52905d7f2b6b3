package org.boardbench.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.plan.model.CpuSpec;
import org.boardbench.plan.model.DeadlineSpec;
import org.boardbench.plan.model.DriverSpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LaunchSpec;
import org.boardbench.plan.model.ReconnectSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.reference.Counts;
import org.boardbench.reference.Fault;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.boardbench.scenario.Scenario;

/** A server with faults and a driver for it; small defaults, each of which a test may replace. */
public final class DriverScene implements AutoCloseable {
  public static final Protocol RAW = Protocols.usual();

  public final ReferenceServer server;
  int loops = 1;
  public SocketLoops socketLoops = SocketLoops.best();
  Protocol protocol = RAW;
  RunClock clock = RunClock.startingNow();
  int boards = 2;
  public double rate = 40;
  public int payloadBytes = 300;
  public ReconnectSpec reconnect = ReconnectSpec.NEVER;

  /** Null: strokes at the rate and of the size above. */
  Scenario scenario;

  /** But for the next two. */
  DeadlineSpec deadlines = DeadlineSpec.usual();

  /** These two cost nothing when all is well. */
  Duration join = Duration.ofSeconds(60);

  public Duration drain = Duration.ofSeconds(60);
  DriverListener listener = new DriverListener() {};
  LoadDriver driver;
  private Counts countsBeforeStage;

  public DriverScene(FaultScript script) {
    this.server = ReferenceServer.start(script);
  }

  public static StageSpec stage(int users, int rampMs, int holdMs) {
    return new StageSpec(users, Duration.ofMillis(rampMs), Duration.ofMillis(holdMs));
  }

  /** Starts the driver and runs the stages, one after the other. */
  List<StageResult> run(StageSpec... stages) throws InterruptedException {
    driver = LoadDriver.start(plan(stages), endpoint(), protocol, socketLoops, clock, listener);
    List<StageResult> results = new ArrayList<>();
    for (StageSpec stage : stages) {
      countsBeforeStage = server.counts();
      results.add(driver.run(results.size() + 1, stage));
    }
    return results;
  }

  /** How often the server did it since the last stage began. */
  long doneInLastStage(Fault fault) {
    return server.counts().done(fault) - countsBeforeStage.done(fault);
  }

  public Endpoint endpoint() {
    return new Endpoint(server.uri(), Map.of());
  }

  public ExperimentPlan plan(StageSpec... stages) {
    return new ExperimentPlan(
        ExperimentPlan.usual("test", 42),
        List.of(Variant.of("faulty", Map.of())),
        Optional.empty(),
        scenario == null
            ? new WorkloadSpec(boards, rate, payloadBytes)
            : new WorkloadSpec(boards, rate, payloadBytes, scenario),
        Optional.empty(),
        List.of(stages),
        deadlines.with(DeadlineSpec.JOIN, join).with(DeadlineSpec.DRAIN, drain),
        reconnect,
        DriverSpec.onCores(loops),
        CpuSpec.ANYWHERE,
        LaunchSpec.PROCESSES,
        ValiditySpec.usual());
  }

  @Override
  public void close() {
    if (driver != null) {
      driver.close();
    }
    server.close();
  }
}
