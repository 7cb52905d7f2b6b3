package org.boardbench.host.sampling;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.boardbench.host.proc.ProcStat;

/**
 * CPU time of a process tree that never goes down, from one look at its live members to the next.
 *
 * <p>The kernel adds an ended child's time to the parent that waits for it; then the sum over the
 * live members is complete by itself. The time of a child that nobody in the tree waits for (its
 * parent ended first, or ignores SIGCHLD) would vanish from the sum. So for each process that is
 * gone its last known time is looked for in what its nearest living ancestor has gained from ended
 * children since, and what is not found there is kept here. Not thread-safe.
 */
final class TreeCpu {
  private Map<Long, ProcStat> last = Map.of();
  private long keptTicks;

  /**
   * CPU time of the tree since its start, in clock ticks.
   *
   * @param members those that are there now
   */
  long totalTicks(Collection<ProcStat> members) {
    Map<Long, ProcStat> now = new HashMap<>();
    long liveTicks = 0;
    for (ProcStat member : members) {
      now.put(member.pid(), member);
      liveTicks += member.totalTicks();
    }
    keepLost(now);
    last = now;
    return keptTicks + liveTicks;
  }

  private void keepLost(Map<Long, ProcStat> now) {
    Map<Long, Long> owedTicks = new HashMap<>();
    for (ProcStat process : last.values()) {
      if (!process.isSameProcess(now.get(process.pid()))) {
        ProcStat heir = livingAncestor(process, now);
        if (heir == null) {
          keptTicks += process.totalTicks();
        } else {
          owedTicks.merge(heir.pid(), process.totalTicks(), Long::sum);
        }
      }
    }
    owedTicks.forEach((pid, ticks) -> {
      long gained = now.get(pid).reapedTicks() - last.get(pid).reapedTicks();
      keptTicks += Math.max(0, ticks - gained);
    });
  }

  private ProcStat livingAncestor(ProcStat process, Map<Long, ProcStat> now) {
    ProcStat ancestor = last.get(process.parent());
    while (ancestor != null && !ancestor.isSameProcess(now.get(ancestor.pid()))) {
      ancestor = last.get(ancestor.parent());
    }
    return ancestor;
  }
}
