package org.boardbench.host.cgroup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A group of version 2, which has one folder for all controllers. */
record V2Cgroup(Path folder) implements Cgroup {
  private static final long NS_PER_US = 1_000;

  static Optional<Cgroup> of(Hierarchies hierarchies, long pid) {
    return hierarchies.folderApart(CgroupMount.UNIFIED, pid).map(V2Cgroup::new);
  }

  @Override
  public String source() {
    return "cgroup-v2";
  }

  /** CPU time of all that ever ran in a group. */
  static OptionalLong cpuNs(Path folder) {
    return ns(KernelFile.read(folder + "/cpu.stat"), "usage_usec");
  }

  @Override
  public OptionalDouble cpuLimit() {
    String[] fields = KernelFile.read(folder + "/cpu.max").orElse("max").strip().split(" ", -1);
    return fields.length == 2 && !fields[0].equals("max")
        ? OptionalDouble.of(Double.parseDouble(fields[0]) / Double.parseDouble(fields[1]))
        : OptionalDouble.empty();
  }

  @Override
  public OptionalLong memoryLimitBytes() {
    return KernelFile.number(folder + "/memory.max");
  }

  @Override
  public List<Long> processes() {
    return KernelFile.numbers(folder + "/cgroup.procs");
  }

  @Override
  public CgroupUsage usage() {
    Optional<String> cpu = KernelFile.read(folder + "/cpu.stat");
    return new CgroupUsage(
        ns(cpu, "usage_usec"),
        CgroupUsage.workingSet(
            KernelFile.number(folder + "/memory.current"),
            KernelFile.number(folder + "/memory.stat", "inactive_file")),
        ns(cpu, "throttled_usec"),
        KernelFile.number(folder + "/memory.events", "oom_kill"));
  }

  private static OptionalLong ns(Optional<String> text, String key) {
    OptionalLong us =
        text.map(lines -> KernelFile.valueOf(key, lines)).orElse(OptionalLong.empty());
    return us.isPresent() ? OptionalLong.of(us.getAsLong() * NS_PER_US) : us;
  }
}
