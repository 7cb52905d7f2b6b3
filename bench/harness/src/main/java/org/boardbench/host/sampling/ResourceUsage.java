package org.boardbench.host.sampling;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Counters of one component at one moment. Empty = not measured: a machine without {@code /proc}, a
 * component that does not report its traffic, a process that has ended.
 *
 * @param component {@code server}, a companion's name, or {@code driver}
 * @param cpuNs CPU time used since its start, the whole process tree, ended children included;
 *     never goes down
 * @param memoryBytes its memory: by a group the working set as cAdvisor defines it, otherwise
 *     resident memory of the tree, pages that its processes share counted once
 * @param rxBytes bytes received since its start
 * @param txBytes likewise sent
 * @param throttledNs how long its CPU limit has held it back since its start
 * @param oomKills processes of it that the kernel has killed for want of memory
 * @param source where the figures come from, e.g. {@code proc}, {@code cgroup-v1+redis-info}
 * @param limits what it may use at most
 * @param threads those of all its processes that live now, by number; empty where the kernel does
 *     not count them
 * @param descriptors files and sockets that all its processes have open; empty where that may not
 *     be seen
 */
public record ResourceUsage(
    String component,
    OptionalLong cpuNs,
    OptionalLong memoryBytes,
    OptionalLong rxBytes,
    OptionalLong txBytes,
    OptionalLong throttledNs,
    OptionalLong oomKills,
    String source,
    Limits limits,
    Map<Long, ThreadUse> threads,
    OptionalLong descriptors) {
  public ResourceUsage {
    threads = Map.copyOf(threads);
  }

  /** Whose open files nobody has counted. */
  public ResourceUsage(
      String component,
      OptionalLong cpuNs,
      OptionalLong memoryBytes,
      OptionalLong rxBytes,
      OptionalLong txBytes,
      OptionalLong throttledNs,
      OptionalLong oomKills,
      String source,
      Limits limits,
      Map<Long, ThreadUse> threads) {
    this(
        component,
        cpuNs,
        memoryBytes,
        rxBytes,
        txBytes,
        throttledNs,
        oomKills,
        source,
        limits,
        threads,
        OptionalLong.empty());
  }

  /**
   * The same for a component that {@code before} has used its counters up to: they go on from
   * there.
   */
  ResourceUsage after(ResourceUsage before) {
    return new ResourceUsage(
        component,
        sum(cpuNs, before.cpuNs),
        memoryBytes,
        sum(rxBytes, before.rxBytes),
        sum(txBytes, before.txBytes),
        sum(throttledNs, before.throttledNs),
        sum(oomKills, before.oomKills),
        source,
        limits,
        threads,
        descriptors);
  }

  /** The same for a component that has ended: its counters stay what they were. */
  ResourceUsage withCountersOf(ResourceUsage last) {
    return new ResourceUsage(
        component,
        last.cpuNs,
        memoryBytes,
        last.rxBytes,
        last.txBytes,
        last.throttledNs,
        last.oomKills,
        source,
        last.limits,
        threads,
        descriptors);
  }

  /**
   * The same with what another replica uses. A counter is there when both have it: without one, it
   * would go down. Of memory what has ended has none.
   */
  ResourceUsage plusReplica(ResourceUsage other) {
    Map<Long, ThreadUse> all = new HashMap<>(threads);
    all.putAll(other.threads);
    return new ResourceUsage(
        component,
        both(cpuNs, other.cpuNs),
        memoryBytes.isPresent() ? sum(memoryBytes, other.memoryBytes) : other.memoryBytes,
        both(rxBytes, other.rxBytes),
        both(txBytes, other.txBytes),
        both(throttledNs, other.throttledNs),
        both(oomKills, other.oomKills),
        source,
        limits.plus(other.limits),
        all,
        descriptors.isPresent() ? sum(descriptors, other.descriptors) : other.descriptors);
  }

  private static OptionalLong both(OptionalLong one, OptionalLong other) {
    return one.isPresent() && other.isPresent() ? sum(one, other) : OptionalLong.empty();
  }

  private static OptionalLong sum(OptionalLong now, OptionalLong before) {
    return now.isPresent() ? OptionalLong.of(now.getAsLong() + before.orElse(0)) : now;
  }

  /**
   * What a component may use at most.
   *
   * @param cores by its limit or by the CPUs that it is pinned to, whichever is less; empty where
   *     that is not known
   * @param memoryBytes empty when it has no limit of its own
   */
  public record Limits(OptionalDouble cores, OptionalLong memoryBytes) {
    static final Limits UNKNOWN = new Limits(OptionalDouble.empty(), OptionalLong.empty());

    /**
     * Of two replicas together. The machine has no more cores than it has: who asks looks there.
     */
    Limits plus(Limits other) {
      return new Limits(
          cores.isPresent() && other.cores.isPresent()
              ? OptionalDouble.of(cores.getAsDouble() + other.cores.getAsDouble())
              : OptionalDouble.empty(),
          both(memoryBytes, other.memoryBytes));
    }
  }

  /**
   * What a thread has done since its start.
   *
   * @param name the kernel's, its first 15 bytes
   * @param runNs on a core
   * @param waitNs ready to run without a core
   */
  public record ThreadUse(String name, long runNs, long waitNs) {}
}
