package org.boardbench.sut.launch.kubernetes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.boardbench.host.cgroup.Cgroup;
import org.boardbench.host.cgroup.CgroupUsage;
import org.boardbench.plan.model.LimitsSpec;

/**
 * The group of a pod, as the cluster's metrics tell of it: means over a window of some 10 to 60 s
 * that has passed, never a counter of now. A counter is made of them: it goes on at the rate that
 * was told last, so that a second's figure is the mean of the last known window, and a hold's is
 * right as far as the hold is longer than that. Before the first figure it is empty. Thread-safe.
 */
final class PodMeter implements Cgroup {
  static final String SOURCE = "metrics.k8s.io";

  private final LimitsSpec limits;
  private final LongSupplier clock;
  private Optional<Reading> newest = Optional.empty();
  private double cpuNs;
  private long countedToNs;

  /**
   * What was told.
   *
   * @param cores in use, as a mean of a window
   * @param memoryBytes the working set, which is what {@link CgroupUsage} calls by that name
   */
  record Reading(double cores, long memoryBytes) {}

  /**
   * @param clock in nanoseconds
   */
  PodMeter(LimitsSpec limits, LongSupplier clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** From now on the pod is taken to use that. */
  synchronized void told(Reading reading) {
    count();
    newest = Optional.of(reading);
  }

  private void count() {
    long nowNs = clock.getAsLong();
    newest.ifPresent(known -> cpuNs += known.cores() * (nowNs - countedToNs));
    countedToNs = nowNs;
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public synchronized CgroupUsage usage() {
    count();
    return new CgroupUsage(
        newest.isPresent() ? OptionalLong.of(Math.round(cpuNs)) : OptionalLong.empty(),
        newest.map(known -> OptionalLong.of(known.memoryBytes())).orElse(OptionalLong.empty()),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  @Override
  public OptionalDouble cpuLimit() {
    return limits.cpus();
  }

  @Override
  public OptionalLong memoryLimitBytes() {
    return limits.memoryBytes();
  }

  @Override
  public List<Long> processes() {
    return List.of();
  }

  @Override
  public boolean isElsewhere() {
    return true;
  }
}
