package org.boardbench.view.terminal.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the groups of a run are called in sentences. Users tell the stages of a target apart, except
 * where two stages have the same, as those that differ in their rate do.
 *
 * @param twice targets and users that more than one stage has
 */
record GroupNames(Set<TargetUsers> twice) {
  /** What a reader takes for one group where nothing else is said. */
  record TargetUsers(String target, int users) {
    static TargetUsers of(ResultGroup group) {
      return new TargetUsers(group.key().target(), group.key().users());
    }
  }

  static GroupNames of(List<ResultGroup> groups) {
    Set<TargetUsers> seen = new HashSet<>();
    Set<TargetUsers> twice = new HashSet<>();
    for (ResultGroup group : groups) {
      if (!seen.add(TargetUsers.of(group))) {
        twice.add(TargetUsers.of(group));
      }
    }
    return new GroupNames(Set.copyOf(twice));
  }

  /** {@code my-server, 100 users}, or {@code my-server, 100 users in stage 2}. */
  String of(ResultGroup group) {
    String stage = twice.contains(TargetUsers.of(group)) ? " in stage " + group.key().stage() : "";
    return "%s, %d users%s".formatted(group.key().target(), group.key().users(), stage);
  }

  /** Whether users alone do not tell all groups apart. */
  boolean needStages() {
    return !twice.isEmpty();
  }
}
