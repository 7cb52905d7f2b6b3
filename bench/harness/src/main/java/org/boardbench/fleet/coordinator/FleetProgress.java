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
    this.lastDeliveries = deliveries(stats());
  }

  private List<ToCoordinator.Stats> stats() {
    return links.stream().flatMap(link -> link.stats().stream()).toList();
  }

  private static long deliveries(List<ToCoordinator.Stats> stats) {
    return stats.stream().mapToLong(ToCoordinator.Stats::deliveries).sum();
  }

  /** Reports when it is time to; {@code phase} as {@link DriverListener.Progress} has it. */
  void atIntervals(String phase) {
    long nowNs = clock.nowNs();
    if (nowNs - lastNs < INTERVAL_NS) {
      return;
    }
    List<ToCoordinator.Stats> stats = stats();
    long deliveries = deliveries(stats);
    double rate = Math.max(0, deliveries - lastDeliveries) * 1e9 / (nowNs - lastNs);
    lastNs = nowNs;
    lastDeliveries = deliveries;
    listener.progress(
        new DriverListener.Progress(
            stage,
            phase,
            stats.stream().mapToInt(ToCoordinator.Stats::joined).sum(),
            rate,
            stats.stream().mapToLong(ToCoordinator.Stats::outstanding).sum()));
  }
}
