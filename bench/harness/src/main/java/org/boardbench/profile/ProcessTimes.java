package org.boardbench.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.host.proc.CpuTicks;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.proc.ProcStat;

/**
 * The kernel's counters of a process and of each of its threads, in one moment.
 *
 * @param all of the threads that there are and of those that have ended
 * @param threads by number
 */
record ProcessTimes(CpuTicks all, Map<Long, ThreadTicks> threads) {
  /** A process' first thread, whatever it is called. */
  static final String MAIN = "(main)";

  /** All threads that ended within a hold. */
  static final String ENDED = "(ended)";

  ProcessTimes {
    threads = Map.copyOf(threads);
  }

  /** A thread's name and counters. */
  record ThreadTicks(String name, CpuTicks ticks) {}

  /** Empty when there is no such process. */
  static Optional<ProcessTimes> of(ProcFs procFs, long pid) {
    Optional<CpuTicks> all = procFs.stat(Long.toString(pid)).map(ProcStat::own);
    Map<Long, ThreadTicks> threads = new HashMap<>();
    for (String number : procFs.list(pid + "/task")) {
      boolean isFirst = Long.parseLong(number) == pid;
      procFs
          .stat(pid + "/task/" + number)
          .ifPresent(thread ->
              threads.put(
                  Long.valueOf(number),
                  new ThreadTicks(isFirst ? MAIN : thread.name(), thread.own())));
    }
    return all.map(ticks -> new ProcessTimes(ticks, threads));
  }

  /**
   * What its threads have used since {@code earlier}; they add up to what the process has.
   *
   * @param nsPerTick of the kernel's clock
   */
  List<ThreadUse> since(ProcessTimes earlier, long nsPerTick) {
    List<ThreadUse> uses = new ArrayList<>();
    CpuTicks seen = new CpuTicks(0, 0);
    for (Map.Entry<Long, ThreadTicks> thread : threads.entrySet()) {
      CpuTicks before = earlier.ticks(thread.getKey(), thread.getValue().name());
      CpuTicks used = thread.getValue().ticks().since(before);
      seen = new CpuTicks(seen.user() + used.user(), seen.kernel() + used.kernel());
      if (used.total() > 0) {
        uses.add(use(thread.getValue().name(), used, nsPerTick));
      }
    }
    CpuTicks ended = left(all.since(earlier.all), seen);
    if (ended.total() > 0) {
      uses.add(use(ENDED, ended, nsPerTick));
    }
    return uses;
  }

  /**
   * The kernel counts the sum of both modes exactly and only estimates which part is whose, of a
   * process otherwise than of its threads; so it is the sums that are subtracted.
   */
  private static CpuTicks left(CpuTicks used, CpuTicks seen) {
    long total = Math.max(0, used.total() - seen.total());
    long user = Math.min(total, used.since(seen).user());
    return new CpuTicks(user, total - user);
  }

  /** Of no thread with this number, and of another one under it: nothing so far. */
  private CpuTicks ticks(long number, String name) {
    ThreadTicks thread = threads.get(number);
    return thread == null || !thread.name().equals(name) ? new CpuTicks(0, 0) : thread.ticks();
  }

  private static ThreadUse use(String name, CpuTicks ticks, long nsPerTick) {
    return new ThreadUse(
        name, (double) ticks.user() * nsPerTick, (double) ticks.kernel() * nsPerTick);
  }
}
