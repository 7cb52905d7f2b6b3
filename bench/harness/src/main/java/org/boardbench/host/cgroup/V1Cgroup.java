package org.boardbench.host.cgroup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A group of version 1, which has a folder for each controller.
 *
 * @param accounting of the controller {@code cpuacct}
 * @param cpu of the controller {@code cpu}, where the group is in it
 */
record V1Cgroup(Optional<Path> accounting, Optional<Path> memory, Optional<Path> cpu)
    implements Cgroup {
  static final String ACCOUNTING = "cpuacct";
  static final String MEMORY = "memory";
  static final String CPU = "cpu";

  /** The kernel writes "no limit" as a number of bytes near 2^63. */
  private static final long UNLIMITED_BYTES = 1L << 60;

  /** Empty when the process has no group for itself that counts CPU time or memory. */
  static Optional<Cgroup> of(Hierarchies hierarchies, long pid) {
    V1Cgroup group =
        new V1Cgroup(
            hierarchies.folderApart(ACCOUNTING, pid),
            hierarchies.folderApart(MEMORY, pid),
            hierarchies.folderApart(CPU, pid));
    return group.accounting.isPresent() || group.memory.isPresent()
        ? Optional.of(group)
        : Optional.empty();
  }

  @Override
  public String source() {
    return "cgroup-v1";
  }

  @Override
  public OptionalDouble cpuLimit() {
    OptionalLong quota = read(cpu, folder -> KernelFile.number(folder + "/cpu.cfs_quota_us"));
    OptionalLong period = read(cpu, folder -> KernelFile.number(folder + "/cpu.cfs_period_us"));
    return quota.isPresent() && period.isPresent()
        ? OptionalDouble.of((double) quota.getAsLong() / period.getAsLong())
        : OptionalDouble.empty();
  }

  @Override
  public OptionalLong memoryLimitBytes() {
    OptionalLong limit =
        read(memory, folder -> KernelFile.number(folder + "/memory.limit_in_bytes"));
    return limit.orElse(UNLIMITED_BYTES) < UNLIMITED_BYTES ? limit : OptionalLong.empty();
  }

  @Override
  public List<Long> processes() {
    return accounting
        .or(() -> memory)
        .map(folder -> KernelFile.numbers(folder + "/cgroup.procs"))
        .orElse(List.of());
  }

  @Override
  public CgroupUsage usage() {
    return new CgroupUsage(
        read(accounting, folder -> KernelFile.number(folder + "/cpuacct.usage")),
        read(
            memory,
            folder ->
                CgroupUsage.workingSet(
                    KernelFile.number(folder + "/memory.usage_in_bytes"),
                    KernelFile.number(folder + "/memory.stat", "total_inactive_file"))),
        read(cpu, folder -> KernelFile.number(folder + "/cpu.stat", "throttled_time")),
        read(memory, folder -> KernelFile.number(folder + "/memory.oom_control", "oom_kill")));
  }

  private static OptionalLong read(Optional<Path> folder, Function<Path, OptionalLong> counter) {
    return folder.map(counter).orElse(OptionalLong.empty());
  }
}
