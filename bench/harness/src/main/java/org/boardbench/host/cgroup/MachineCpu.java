package org.boardbench.host.cgroup;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * CPU time of all that runs on this machine, from the scheduler's own account in nanoseconds and
 * not from clock ticks. Version 1 keeps it for its first group, to which every task belongs.
 * Version 2 has for that group ticks alone, so the groups right below are summed up, which hold all
 * but the kernel's threads.
 *
 * <p>Only what is surely the machine's counts: in a container the first group that can be seen may
 * be the container's own. Not thread-safe.
 */
public final class MachineCpu {
  /**
   * The kernel's fixed number of the cgroup namespace in which the first group is the machine's.
   */
  private static final String FIRST_NAMESPACE = "cgroup:[4026531835]";

  private final Path first;
  private final boolean isVersion1;

  // Version 2 alone: what each group was last seen to have used, and what those used that are gone.
  private final Map<String, Long> last = new HashMap<>();
  private long goneNs;

  private MachineCpu(Path first, boolean isVersion1) {
    this.first = first;
    this.isVersion1 = isVersion1;
  }

  /**
   * The account of this machine.
   *
   * @param proc {@code /proc}, or a folder that looks like it
   * @return empty where no group is known to be the whole machine
   */
  public static Optional<MachineCpu> find(Path proc) {
    if (!isInFirstNamespace(proc)) {
      return Optional.empty();
    }
    Hierarchies hierarchies = Hierarchies.of(proc);
    Optional<Path> accounting = first(hierarchies, V1Cgroup.ACCOUNTING);
    if (accounting.isPresent()) {
      return accounting.map(folder -> new MachineCpu(folder, true));
    }
    // Processes in the first group itself would be missing.
    return first(hierarchies, CgroupMount.UNIFIED)
        .filter(folder ->
            hierarchies
                .folder(CgroupMount.UNIFIED, "self")
                .filter(own -> !own.equals(folder))
                .isPresent())
        .map(folder -> new MachineCpu(folder, false));
  }

  private static boolean isInFirstNamespace(Path proc) {
    try {
      return Files.readSymbolicLink(proc.resolve("self/ns/cgroup"))
          .toString()
          .equals(FIRST_NAMESPACE);
    } catch (IOException hasNone) {
      return false;
    }
  }

  private static Optional<Path> first(Hierarchies hierarchies, String hierarchy) {
    return hierarchies.mounts().stream()
        .filter(mount -> mount.controllers().contains(hierarchy) && mount.root().equals("/"))
        .map(CgroupMount::point)
        .findFirst();
  }

  /** CPU time since the machine came up, all cores together; never goes down. */
  public OptionalLong usedNs() {
    return isVersion1 ? KernelFile.number(first + "/cpuacct.usage") : sum();
  }

  private OptionalLong sum() {
    Map<String, Long> now = new HashMap<>();
    File[] groups = first.toFile().listFiles(File::isDirectory);
    for (File group : groups == null ? new File[0] : groups) {
      OptionalLong used = V2Cgroup.cpuNs(group.toPath());
      if (used.isPresent()) {
        now.put(group.getName(), used.getAsLong());
      }
    }
    last.forEach((group, ns) -> {
      if (now.getOrDefault(group, -1L) < ns) {
        goneNs += ns;
      }
    });
    last.clear();
    last.putAll(now);
    return now.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(goneNs + now.values().stream().mapToLong(Long::longValue).sum());
  }
}
