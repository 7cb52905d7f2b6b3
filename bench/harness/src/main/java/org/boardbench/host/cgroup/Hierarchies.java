package org.boardbench.host.cgroup;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hierarchies of groups that this process sees, and which group of each a process is in. A
 * hierarchy is named by a controller of version 1 or by {@link CgroupMount#UNIFIED}.
 */
record Hierarchies(Path proc, List<CgroupMount> mounts) {
  static final Path SYSTEM_PROC = Path.of("/proc");

  private static final int MEMBERSHIP_BYTES = 64 << 10;

  /**
   * @param proc {@code /proc}, or a folder that looks like it
   */
  static Hierarchies of(Path proc) {
    return new Hierarchies(proc, CgroupMount.all(proc));
  }

  /** The first place where a hierarchy is mounted. */
  Optional<CgroupMount> mount(String hierarchy) {
    return mounts.stream().filter(mount -> mount.controllers().contains(hierarchy)).findFirst();
  }

  /**
   * The folder of the group that a process is in; empty when it is mounted nowhere.
   *
   * @param process a pid or {@code self}
   */
  Optional<Path> folder(String hierarchy, String process) {
    return Optional.ofNullable(groups(process).get(hierarchy)).stream()
        .flatMap(group ->
            mounts.stream()
                .filter(mount -> mount.controllers().contains(hierarchy))
                .flatMap(mount -> mount.folder(group).stream()))
        .findFirst();
  }

  /** The folder of a process's group, unless the harness is in the same: that counts both. */
  Optional<Path> folderApart(String hierarchy, long pid) {
    Optional<Path> harness = folder(hierarchy, "self");
    return folder(hierarchy, Long.toString(pid)).filter(own -> !harness.equals(Optional.of(own)));
  }

  /** The lines {@code number:controller,controller:/group} of a process, by controller. */
  private Map<String, String> groups(String process) {
    Map<String, String> groups = new HashMap<>();
    KernelFile.read(proc + "/" + process + "/cgroup", MEMBERSHIP_BYTES)
        .orElse("")
        .lines()
        .map(line -> line.split(":", 3))
        .filter(fields -> fields.length == 3)
        .forEach(fields -> {
          for (String controller : fields[1].split(",", -1)) {
            groups.put(controller, fields[2]);
          }
        });
    return groups;
  }
}
