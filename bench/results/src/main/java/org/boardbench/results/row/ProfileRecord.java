package org.boardbench.results.row;

import java.util.OptionalDouble;

/**
 * One row of {@code profile.csv}.
 *
 * @param stage counts from 1
 * @param cpuNs in the hold
 * @param samples of the profiler that are in it; 0 where the kernel's counters alone tell
 * @param totalNs of all categories
 * @param deliveries that arrived in the hold
 */
public record ProfileRecord(
    TrialKey trial,
    int stage,
    int users,
    ProfileCategory category,
    double cpuNs,
    long samples,
    double totalNs,
    long deliveries) {
  /** Of all categories; empty where nothing was used. */
  public OptionalDouble sharePct() {
    return totalNs > 0 ? OptionalDouble.of(100 * cpuNs / totalNs) : OptionalDouble.empty();
  }

  /** Empty where nothing arrived. */
  public OptionalDouble usPerDelivery() {
    return deliveries > 0 ? OptionalDouble.of(cpuNs / 1e3 / deliveries) : OptionalDouble.empty();
  }
}
