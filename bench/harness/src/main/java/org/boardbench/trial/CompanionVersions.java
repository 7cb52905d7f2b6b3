package org.boardbench.trial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.boardbench.store.TargetRecord;

/** Servers that lean on the same companion in different versions are not compared alone. */
final class CompanionVersions {
  private CompanionVersions() {}

  /** A line for each program of a companion that is not of one version in a whole run. */
  static List<String> differences(Collection<TargetRecord> targets) {
    Map<String, Map<String, TreeSet<String>>> users = new TreeMap<>();
    for (TargetRecord target : targets) {
      target
          .companions()
          .values()
          .forEach(versions ->
              versions.forEach((program, version) ->
                  users
                      .computeIfAbsent(program, first -> new TreeMap<>())
                      .computeIfAbsent(version, first -> new TreeSet<>())
                      .add(target.name() + ", " + target.launcher())));
    }
    List<String> lines = new ArrayList<>();
    users.forEach((program, versions) -> {
      if (versions.size() > 1) {
        List<String> parts = new ArrayList<>();
        versions.forEach(
            (version, names) -> parts.add(version + " (" + String.join("; ", names) + ")"));
        lines.add("Not one version of " + program + " in this run: " + String.join(", ", parts));
      }
    });
    return lines;
  }
}
