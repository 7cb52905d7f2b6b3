package org.boardbench.calibrate.server;

import java.util.Map;

/**
 * What the reference server says that it did since its start or the last reset.
 *
 * @param deliveries messages times members: what a server without faults would have delivered
 * @param faults how often each has happened, by its parameter's name
 */
public record ServerCounts(long deliveries, Map<String, Long> faults, HeldTimes held) {
  public ServerCounts {
    faults = Map.copyOf(faults);
  }

  /** How long the server kept the deliveries that it delayed, by its own clock. */
  public record HeldTimes(long count, long p50Ns, long p99Ns, long maxNs) {}

  /** How often {@code fault} has happened. */
  public long done(String fault) {
    return faults.getOrDefault(fault, 0L);
  }
}
