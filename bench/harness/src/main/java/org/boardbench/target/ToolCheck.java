package org.boardbench.target;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.boardbench.plan.Problem;

/** Whether this machine has what the targets of a run need, before anything is built. */
public final class ToolCheck {
  private ToolCheck() {}

  /**
   * One problem for each tool that is missing or too old, with who needs it and what to install.
   * Each tool is asked once.
   */
  public static List<Problem> problems(Collection<TargetManifest> manifests, HostEnvironment host)
      throws InterruptedException {
    List<Problem> problems = new ArrayList<>();
    Map<Tool, List<TargetManifest>> needed = new EnumMap<>(Tool.class);
    for (TargetManifest manifest : manifests) {
      for (Tool tool : manifest.requires().keySet()) {
        needed.computeIfAbsent(tool, absent -> new ArrayList<>()).add(manifest);
      }
    }
    for (Map.Entry<Tool, List<TargetManifest>> entry : needed.entrySet()) {
      problem(entry.getKey(), entry.getValue(), host).ifPresent(problems::add);
    }
    missingCompanions(manifests, host)
        .forEach((program, users) ->
            problems.add(
                new Problem(
                    program,
                    "is needed by "
                        + String.join(", ", users)
                        + ", found none: run make doctor for what to install")));
    return problems;
  }

  private static Optional<Problem> problem(
      Tool tool, List<TargetManifest> users, HostEnvironment host) throws InterruptedException {
    Optional<ToolVersion> found = tool.find(host);
    List<TargetManifest> unserved =
        users.stream()
            .filter(user ->
                found.filter(version -> version.isAtLeast(user.requires().get(tool))).isEmpty())
            .toList();
    if (unserved.isEmpty()) {
      return Optional.empty();
    }
    ToolVersion newest =
        unserved.stream().map(user -> user.requires().get(tool)).max(ToolVersion::compareTo).get();
    List<String> names = unserved.stream().map(TargetManifest::name).toList();
    return Optional.of(
        new Problem(
            tool.key(),
            newest
                + " or newer is needed by "
                + String.join(", ", names)
                + ", found "
                + found.map(ToolVersion::text).orElse("none")
                + ": "
                + tool.remedy()));
  }

  private static Map<String, Set<String>> missingCompanions(
      Collection<TargetManifest> manifests, HostEnvironment host) {
    Map<String, Set<String>> missing = new TreeMap<>();
    for (TargetManifest manifest : manifests) {
      manifest.companions().values().stream()
          .map(companion -> companion.start().getFirst())
          .filter(program -> program.indexOf('/') < 0 && host.which(program).isEmpty())
          .forEach(program ->
              missing.computeIfAbsent(program, absent -> new TreeSet<>()).add(manifest.name()));
    }
    return missing;
  }
}
