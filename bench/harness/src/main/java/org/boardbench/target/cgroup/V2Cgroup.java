package org.boardbench.target.cgroup;

import java.nio.file.Path;
import java.util.Optional;
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
