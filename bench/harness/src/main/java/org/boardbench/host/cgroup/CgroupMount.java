package org.boardbench.host.cgroup;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mounted hierarchy of groups, or a part of one.
 *
 * @param point where it is mounted
 * @param root the group that is mounted there, as {@code /proc/<pid>/cgroup} would name it
 * @param controllers of version 1; {@link #UNIFIED} alone for version 2
 */
record CgroupMount(Path point, String root, Set<String> controllers) {
  /** How {@code /proc/<pid>/cgroup} names the hierarchy of version 2 among the controllers. */
  static final String UNIFIED = "";

  private static final int MOUNTINFO_BYTES = 1 << 20;
  private static final Pattern ESCAPED = Pattern.compile("\\\\([0-7]{3})");

  CgroupMount {
    controllers = Set.copyOf(controllers);
  }

  /**
   * Every mounted hierarchy that this process sees, in the order of their mounting.
   *
   * @param proc {@code /proc}, or a folder that looks like it
   */
  static List<CgroupMount> all(Path proc) {
    return KernelFile.read(proc + "/self/mountinfo", MOUNTINFO_BYTES)
        .orElse("")
        .lines()
        .flatMap(line -> parse(line).stream())
        .toList();
  }

  /** A line of {@code mountinfo}, as proc(5) describes it; empty when it is another kind. */
  static Optional<CgroupMount> parse(String line) {
    String[] halves = line.split(" - ", 2);
    if (halves.length < 2) {
      return Optional.empty();
    }
    String[] mount = halves[0].split(" ", -1);
    String[] system = halves[1].split(" ", -1);
    if (mount.length < 5 || system.length < 3 || !system[0].startsWith("cgroup")) {
      return Optional.empty();
    }
    Set<String> controllers =
        system[0].equals("cgroup2")
            ? Set.of(UNIFIED)
            : Set.copyOf(Arrays.asList(system[2].split(",", -1)));
    return Optional.of(new CgroupMount(Path.of(plain(mount[4])), plain(mount[3]), controllers));
  }

  /**
   * Where a group is found.
   *
   * @param group as {@code /proc/<pid>/cgroup} names it
   * @return empty when it is not below what is mounted here, as with another's cgroup namespace
   */
  Optional<Path> folder(String group) {
    String below = root.equals("/") ? "" : root;
    boolean isHere = group.equals(below) || group.startsWith(below + "/");
    String rest = isHere ? group.substring(below.length()) : "/..";
    boolean isOutside = (rest + "/").contains("/../");
    return isOutside
        ? Optional.empty()
        : Optional.of(point.resolve(rest.replaceFirst("^/+", "")).normalize());
  }

  private static String plain(String field) {
    return ESCAPED.matcher(field).replaceAll(CgroupMount::character);
  }

  private static String character(MatchResult escaped) {
    return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 8)));
  }
}
