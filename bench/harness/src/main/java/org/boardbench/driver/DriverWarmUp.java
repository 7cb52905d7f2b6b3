package org.boardbench.driver;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.plan.model.CpuSpec;
import org.boardbench.plan.model.DeadlineSpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LaunchSpec;
import org.boardbench.plan.model.ReconnectSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.protocol.Protocols;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;

/**
 * Lets the JVM compile the driver before a target pays for it: in a cold one the first trial's
 * first stage would show the driver's start and not the server's. The load goes to the reference
 * server within this JVM, over the same loops and sockets as any other, and its figures are thrown
 * away.
 */
public final class DriverWarmUp {
  /** Some 25 000 deliveries a second: enough for the compiler, little for one core. */
  private static final WorkloadSpec WORKLOAD = new WorkloadSpec(6, 40, 300);

  private static final StageSpec STAGE =
      new StageSpec(60, Duration.ofMillis(500), Duration.ofMillis(2_500));

  /** A cold JVM may take its time to connect; nothing is waited for in vain. */
  private static final Duration JOIN = Duration.ofSeconds(30);

  private static final Duration DRAIN = Duration.ofSeconds(3);

  /**
   * {@code -Dboardbench.warm-up=off} is for a JVM whose figures nobody reads, as tests start many.
   */
  private static final boolean IS_OFF = "off".equals(System.getProperty("boardbench.warm-up"));

  /** The kinds of loops that this JVM has compiled; each has code of its own. */
  private static final Set<SocketLoops.Kind> WARM = ConcurrentHashMap.newKeySet();

  private DriverWarmUp() {}

  /**
   * Runs it, in about three seconds; a machine that is out of breath is waited for a few more. What
   * is warm stays so: one run after another in the same JVM does not wait again.
   *
   * @param plan whose driver it is about
   * @return whether there was something to compile
   */
  public static boolean run(ExperimentPlan plan, SocketLoops loops, RunClock clock)
      throws InterruptedException {
    if (IS_OFF || WARM.contains(loops.kind())) {
      return false;
    }
    measure(plan, loops, clock);
    return WARM.add(loops.kind());
  }

  static StageResult measure(ExperimentPlan plan, SocketLoops loops, RunClock clock)
      throws InterruptedException {
    ExperimentPlan own = ownPlan(plan);
    try (ReferenceServer server = ReferenceServer.start(FaultScript.none());
        LoadDriver driver =
            LoadDriver.start(
                own,
                new Endpoint(server.uri(), Map.of()),
                Protocols.usual(),
                loops,
                clock,
                new DriverListener() {})) {
      return driver.run(1, STAGE);
    }
  }

  private static ExperimentPlan ownPlan(ExperimentPlan plan) {
    return new ExperimentPlan(
        ExperimentPlan.usual("driver-warm-up", plan.seed()),
        List.of(Variant.of("warm-up", Map.of())),
        Optional.empty(),
        WORKLOAD,
        Optional.empty(),
        List.of(STAGE),
        DeadlineSpec.usual().with(DeadlineSpec.JOIN, JOIN).with(DeadlineSpec.DRAIN, DRAIN),
        ReconnectSpec.NEVER,
        plan.driver(),
        CpuSpec.ANYWHERE,
        LaunchSpec.PROCESSES,
        plan.validity());
  }
}
