package org.boardbench.fleet.coordinator;

import java.util.List;
import org.boardbench.core.RunClock;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.fleet.wire.ToCoordinator;

/** Tells the listener twice a second how a stage is getting on, by what the agents told last. */
final class FleetProgress {
  static final long INTERVAL_NS = 500_000_000;

  private final int stage;
  private final List<AgentLink> links;
  private final RunClock clock;
  private final DriverListener listener;
  private long lastNs;
  private long lastDeliveries;

  FleetProgress(int stage, List<AgentLink> links, RunClock clock, DriverListener listener) {
    this.stage = stage;
    this.links = links;
    this.clock = clock;
    this.listener = listener;
    this.lastNs = clock.nowNs();
  }

  /** Reports when it is time to; {@code phase} as {@link DriverListener.Progress} has it. */
  void atIntervals(String phase) {
    long nowNs = clock.nowNs();
    if (nowNs - lastNs < INTERVAL_NS) {
      return;
    }
    List<ToCoordinator.Stats> stats =
        links.stream().flatMap(link -> link.stats().stream()).toList();
    long deliveries = stats.stream().mapToLong(ToCoordinator.Stats::deliveries).sum();
    double rate = Math.max(0, deliveries - lastDeliveries) * 1e9 / (nowNs - lastNs);
    // Nothing is known of the time before the stage's first report.
    boolean isFirst = lastDeliveries == 0;
    lastNs = nowNs;
    lastDeliveries = deliveries;
    listener.progress(
        new DriverListener.Progress(
            stage,
            phase,
            stats.stream().mapToInt(ToCoordinator.Stats::joined).sum(),
            isFirst ? 0 : rate,
            stats.stream().mapToLong(ToCoordinator.Stats::outstanding).sum()));
  }
}
