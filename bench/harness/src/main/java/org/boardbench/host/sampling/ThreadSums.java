package org.boardbench.host.sampling;

import java.util.HashMap;
import java.util.Map;
import org.boardbench.host.sampling.ResourceUsage.ThreadUse;

/** Adds up what a component's threads do in a hold, from one look to the next. */
final class ThreadSums {
  private final Map<Long, ThreadUse> sums = new HashMap<>();
  private Map<Long, ThreadUse> last;

  /**
   * @param atStart counters of the threads that live when it begins
   */
  ThreadSums(Map<Long, ThreadUse> atStart) {
    last = atStart;
  }

  void add(Map<Long, ThreadUse> now) {
    now.forEach(
        (number, use) -> sums.merge(number, gained(last.get(number), use), ThreadSums::sum));
    last = now;
  }

  HoldThreads over(long holdNs) {
    return new HoldThreads(sums, holdNs);
  }

  /** A lower value is another thread under the same number. */
  private static ThreadUse gained(ThreadUse before, ThreadUse after) {
    return before == null || before.runNs() > after.runNs() || before.waitNs() > after.waitNs()
        ? after
        : new ThreadUse(
            after.name(), after.runNs() - before.runNs(), after.waitNs() - before.waitNs());
  }

  private static ThreadUse sum(ThreadUse one, ThreadUse other) {
    return new ThreadUse(other.name(), one.runNs() + other.runNs(), one.waitNs() + other.waitNs());
  }
}
