package org.boardbench.host.proc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which processes belong to a tree: its root, whatever runs in the session that the root leads, all
 * descendants of these, and who was seen to belong before, since an orphan loses its parent. Not
 * thread-safe.
 */
public final class TreeMembers {
  private final long root;
  private Map<Long, ProcStat> known = new HashMap<>();

  public TreeMembers(ProcStat root) {
    this.root = root.pid();
    known.put(root.pid(), root);
  }

  /**
   * The members among {@code processes}, also those that have ended but were not waited for.
   *
   * @param processes every process that lives now, by pid
   */
  public List<ProcStat> among(Map<Long, ProcStat> processes) {
    Map<Long, List<ProcStat>> children = new HashMap<>();
    Deque<ProcStat> open = new ArrayDeque<>();
    for (ProcStat process : processes.values()) {
      children.computeIfAbsent(process.parent(), parent -> new ArrayList<>()).add(process);
      if (process.session() == root || process.isSameProcess(known.get(process.pid()))) {
        open.add(process);
      }
    }
    Map<Long, ProcStat> members = new HashMap<>();
    while (!open.isEmpty()) {
      ProcStat member = open.remove();
      if (members.put(member.pid(), member) == null) {
        open.addAll(children.getOrDefault(member.pid(), List.of()));
      }
    }
    known = members;
    return List.copyOf(members.values());
  }
}
