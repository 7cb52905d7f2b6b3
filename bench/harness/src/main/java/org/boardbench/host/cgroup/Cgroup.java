package org.boardbench.host.cgroup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A control group in which one component of a target runs, and nothing else; perhaps one of another
 * machine, of which somebody tells.
 */
public interface Cgroup {
  /** The name in results: {@code cgroup-v1}, {@code cgroup-v2}, or who tells of it. */
  String source();

  /** The counters now: a few small files. Throws nothing; what is not there is empty. */
  CgroupUsage usage();

  /** The cores that it may use at most, by a limit of its own; empty when it has none. */
  OptionalDouble cpuLimit();

  /** The memory that it may use at most, by a limit of its own; empty when it has none. */
  OptionalLong memoryLimitBytes();

  /** The processes in it now, by the numbers that this process sees. */
  List<Long> processes();

  /** Whether it is on another machine, so that none of its processes can be seen. */
  default boolean isElsewhere() {
    return false;
  }

  /**
   * The group that a process of this machine is in, such as a container's first one.
   *
   * @return empty when it has none for itself: it is gone, there are no groups, or it shares the
   *     harness's
   */
  static Optional<Cgroup> of(long pid) {
    return of(Hierarchies.of(Hierarchies.SYSTEM_PROC), pid);
  }

  /** Like {@link #of(long)}, from a folder that looks like {@code /proc}. */
  static Optional<Cgroup> of(Path proc, long pid) {
    return of(Hierarchies.of(proc), pid);
  }

  private static Optional<Cgroup> of(Hierarchies hierarchies, long pid) {
    return V1Cgroup.of(hierarchies, pid).or(() -> V2Cgroup.of(hierarchies, pid));
  }
}
