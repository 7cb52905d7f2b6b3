package org.boardbench.calibrate;

import java.time.Duration;
import java.util.Map;
import org.boardbench.calibrate.server.ServerCounts;

/** What a reference server may say, and the load that it may have had. */
final class ServerCountsSamples {
  static final ServerCounts.HeldTimes NOT_HELD = new ServerCounts.HeldTimes(0, 0, 0, 0);
  static final CaseLoad LOAD =
      new CaseLoad(
          12, 3, 50, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1));

  private ServerCountsSamples() {}

  /** Every delivery was kept. */
  static ServerCounts held(long p50Ns, long p99Ns, long maxNs) {
    return new ServerCounts(
        ScriptedStage.EXPECTED,
        Map.of("delay", ScriptedStage.EXPECTED),
        new ServerCounts.HeldTimes(ScriptedStage.EXPECTED, p50Ns, p99Ns, maxNs));
  }
}
