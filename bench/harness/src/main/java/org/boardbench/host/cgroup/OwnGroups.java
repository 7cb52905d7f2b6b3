package org.boardbench.host.cgroup;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.boardbench.plan.model.LimitsSpec;

/**
 * The groups that harnesses make for the programs that they start: in each hierarchy that matters a
 * folder {@code boardbench}, and in it a folder for each program. As root, or where a part of the
 * hierarchy was delegated.
 */
public final class OwnGroups {
  private static final String FOLDER = "boardbench";
  private static final List<String> VERSION_1 =
      List.of(V1Cgroup.ACCOUNTING, V1Cgroup.CPU, V1Cgroup.MEMORY);

  private final List<Path> bases;
  private final boolean isVersion1;

  private OwnGroups(List<Path> bases, boolean isVersion1) {
    this.bases = List.copyOf(bases);
    this.isVersion1 = isVersion1;
  }

  /** Those of this machine; empty where this process cannot make any that counts and limits. */
  public static Optional<OwnGroups> find() {
    return find(Hierarchies.of(Hierarchies.SYSTEM_PROC));
  }

  static Optional<OwnGroups> find(Hierarchies hierarchies) {
    boolean isVersion1 = hierarchies.mount(V1Cgroup.MEMORY).isPresent();
    List<Path> parents = isVersion1 ? version1(hierarchies) : version2(hierarchies);
    if (parents.isEmpty() || !parents.stream().allMatch(Files::isWritable)) {
      return Optional.empty();
    }
    OwnGroups groups =
        new OwnGroups(parents.stream().map(parent -> parent.resolve(FOLDER)).toList(), isVersion1);
    return groups.isUsable() ? Optional.of(groups) : Optional.empty();
  }

  /** Below the harness's own groups, whose limits thus hold for all that it starts. */
  private static List<Path> version1(Hierarchies hierarchies) {
    List<Path> parents = new ArrayList<>();
    for (String controller : VERSION_1) {
      Optional<Path> own = hierarchies.folder(controller, "self");
      if (own.isEmpty()) {
        return List.of();
      }
      if (!parents.contains(own.get())) {
        parents.add(own.get());
      }
    }
    // Counts nothing here, but can end all members at once.
    hierarchies
        .folder(CgroupMount.UNIFIED, "self")
        .filter(Files::isWritable)
        .ifPresent(parents::add);
    return parents;
  }

  /**
   * Beside the harness's own group, or at the top: a group that has both processes and groups may
   * not hand its controllers on, except the first of all.
   */
  private static List<Path> version2(Hierarchies hierarchies) {
    Optional<Path> top =
        hierarchies.mount(CgroupMount.UNIFIED).map(CgroupMount::point).filter(Files::isWritable);
    return top.or(() -> hierarchies.folder(CgroupMount.UNIFIED, "self").map(Path::getParent))
        .map(List::of)
        .orElse(List.of());
  }

  private boolean isUsable() {
    try {
      OwnGroup probe = make("probe-" + ProcessHandle.current().pid(), LimitsSpec.NONE);
      try {
        CgroupUsage usage = probe.reading().usage();
        return usage.cpuNs().isPresent() && usage.memoryBytes().isPresent();
      } finally {
        probe.remove(); // complements make
      }
    } catch (IOException notAllowed) {
      return false;
    }
  }

  /**
   * A new group.
   *
   * @param name of its folders; two groups must not share it
   * @throws IOException when the kernel refuses the group or one of its limits
   */
  public OwnGroup make(String name, LimitsSpec limits) throws IOException {
    OwnGroup group =
        new OwnGroup(bases.stream().map(base -> base.resolve(name)).toList(), isVersion1);
    boolean isMade = false;
    try {
      group.create(limits);
      isMade = true;
      return group;
    } finally {
      if (!isMade) {
        group.remove(); // complements create
      }
    }
  }

  /**
   * Ends all that is left in groups of others, and removes them.
   *
   * @param isLeft sees their names
   */
  public void removeLeft(Predicate<String> isLeft) {
    File[] folders = bases.getFirst().toFile().listFiles(File::isDirectory);
    Stream.of(folders == null ? new File[0] : folders)
        .map(File::getName)
        .filter(isLeft)
        .map(name ->
            new OwnGroup(bases.stream().map(base -> base.resolve(name)).toList(), isVersion1))
        .filter(OwnGroup::exists)
        .forEach(OwnGroup::endAndRemove);
  }
}
