package org.boardbench.driver;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.plan.DeadlineSpec;
import org.boardbench.plan.DriverSpec;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.plan.StageSpec;
import org.boardbench.plan.TargetSpec;
import org.boardbench.plan.WorkloadSpec;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.target.Endpoint;

/** Small plans for tests. */
final class DriverScene {
  static final Protocol RAW = Protocols.named("raw").orElseThrow();

  private DriverScene() {}

  static StageSpec stage(int users, int rampMs, int holdMs) {
    return new StageSpec(users, Duration.ofMillis(rampMs), Duration.ofMillis(holdMs));
  }

  static ExperimentPlan plan(int boards, double rate, StageSpec... stages) {
    return plan(1, boards, rate, Duration.ofSeconds(2), Duration.ofSeconds(2), stages);
  }

  static ExperimentPlan plan(
      int loops, int boards, double rate, Duration join, Duration drain, StageSpec... stages) {
    return new ExperimentPlan(
        "test",
        "",
        42,
        1,
        List.of(new TargetSpec("faulty", Map.of())),
        Optional.empty(),
        new WorkloadSpec(boards, rate, 300),
        Optional.empty(),
        List.of(stages),
        new DeadlineSpec(Duration.ofSeconds(5), join, drain, Duration.ofSeconds(5)),
        new DriverSpec(loops));
  }

  static Endpoint endpoint(URI uri) {
    return new Endpoint(uri, Map.of());
  }
}
