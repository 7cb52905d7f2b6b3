package org.boardbench.sut.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.Problem;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.tools.Tool;
import org.boardbench.sut.tools.ToolNeed;
import org.boardbench.sut.tools.ToolVersion;

/** Whether this machine has what the targets of a run need, before anything is built. */
public final class ToolCheck {
  private ToolCheck() {}

  /**
   * Every tool that the targets require, in their order. Each is asked once, and names a target
   * once, however many variants it has.
   */
  public static List<ToolNeed> needs(Collection<TargetManifest> manifests, HostEnvironment host)
      throws InterruptedException {
    Map<Tool, List<TargetManifest>> required = new LinkedHashMap<>();
    for (TargetManifest manifest : manifests) {
      for (Tool tool : manifest.needs().keySet()) {
        required.computeIfAbsent(tool, absent -> new ArrayList<>()).add(manifest);
      }
    }
    List<ToolNeed> needs = new ArrayList<>();
    for (Map.Entry<Tool, List<TargetManifest>> entry : required.entrySet()) {
      needs.add(need(entry.getKey(), entry.getValue(), host));
    }
    return needs;
  }

  /**
   * One problem for each tool that is missing or too old, and for each companion's program that is
   * missing, with who needs it and what to install.
   */
  public static List<Problem> problems(Collection<TargetManifest> manifests, HostEnvironment host)
      throws InterruptedException {
    List<Problem> problems = new ArrayList<>();
    needs(manifests, host).forEach(need -> need.problem().ifPresent(problems::add));
    problems.addAll(missingCompanions(manifests, host));
    return problems;
  }

  /** One problem for each companion's program that is missing and that no target has as a tool. */
  public static List<Problem> missingCompanions(
      Collection<TargetManifest> manifests, HostEnvironment host) {
    List<Problem> problems = new ArrayList<>();
    missingPrograms(manifests, host)
        .forEach((program, users) ->
            problems.add(
                new Problem(
                    program,
                    "is needed by "
                        + String.join(", ", users)
                        + ", found none: install it, so that it is on the PATH")));
    return problems;
  }

  private static ToolNeed need(Tool tool, List<TargetManifest> users, HostEnvironment host)
      throws InterruptedException {
    Optional<ToolVersion> found = tool.find(host.allowing(tool.variables()));
    List<TargetManifest> unserved =
        users.stream()
            .filter(user ->
                found.filter(version -> version.isAtLeast(user.needs().get(tool))).isEmpty())
            .toList();
    List<TargetManifest> concerned = unserved.isEmpty() ? users : unserved;
    return new ToolNeed(
        tool,
        concerned.stream().map(user -> user.needs().get(tool)).max(ToolVersion::compareTo).get(),
        concerned.stream().map(TargetManifest::name).distinct().toList(),
        found);
  }

  private static Map<String, Set<String>> missingPrograms(
      Collection<TargetManifest> manifests, HostEnvironment host) {
    Map<String, Set<String>> missing = new TreeMap<>();
    for (TargetManifest manifest : manifests) {
      manifest.companions().values().stream()
          .map(companion -> companion.start().getFirst())
          .filter(program -> program.indexOf('/') < 0)
          .filter(program ->
              manifest.needs().keySet().stream().noneMatch(tool -> tool.isStartedAs(program)))
          .filter(program -> host.which(program).isEmpty())
          .forEach(program ->
              missing.computeIfAbsent(program, absent -> new TreeSet<>()).add(manifest.name()));
    }
    return missing;
  }
}
