package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.junit.Patience;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class DriverWarmUpIT {
  /** From here on HotSpot compiles a method at its highest level. */
  private static final long COMPILED_AFTER = 15_000;

  @Test
  void runsEveryLoopOftenEnoughToBeCompiledAndLeavesNothingBehind() throws Exception {
    ExperimentPlan plan =
        new PlanReader(Set.of("node-ws"))
            .read("f.yaml", "stages: [{ users: 20, hold: 5s }]", PlanOverrides.NONE);

    StageResult result = DriverWarmUp.measure(plan, SocketLoops.best(), RunClock.startingNow());

    // How much of it is sent and back when it ends depends on the machine.
    assertThat(result.hold().delivered()).isGreaterThan(COMPILED_AFTER * plan.driver().cores());
    assertThat(result.disconnects()).isEmpty();
    assertThat(result.hold().duplicated() + result.hold().corrupt() + result.hold().misrouted())
        .isZero();
    Patience.await(
        "all its threads end",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .noneMatch(name -> name.startsWith("driver-") || name.equals("reference-server")));
  }

  @Test
  void whatIsWarmIsNotWarmedUpAgain() throws Exception {
    ExperimentPlan plan =
        new PlanReader(Set.of("node-ws"))
            .read("f.yaml", "stages: [{ users: 20, hold: 5s }]", PlanOverrides.NONE);
    DriverWarmUp.run(plan, SocketLoops.nio(), RunClock.startingNow());

    assertThat(DriverWarmUp.run(plan, SocketLoops.nio(), RunClock.startingNow())).isFalse();
  }
}
