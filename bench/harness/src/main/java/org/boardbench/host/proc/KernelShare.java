package org.boardbench.host.proc;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much of its CPU time this program spends in the kernel, from one moment on: what is left is
 * its own code's. By the kernel's account of its threads.
 */
public final class KernelShare {
  private final ProcFs procFs;
  private final Optional<CpuTicks> start;

  private KernelShare(ProcFs procFs) {
    this.procFs = procFs;
    this.start = used();
  }

  /** Counts from now on. */
  public static KernelShare start(ProcFs procFs) {
    return new KernelShare(procFs);
  }

  /** Percent of the CPU time since then; empty where there is none, or no {@code /proc}. */
  public OptionalDouble pct() {
    Optional<CpuTicks> now = used();
    if (start.isEmpty() || now.isEmpty()) {
      return OptionalDouble.empty();
    }
    CpuTicks gained = now.get().since(start.get());
    return gained.total() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(100.0 * gained.kernel() / gained.total());
  }

  private Optional<CpuTicks> used() {
    return procFs.stat("self").map(ProcStat::own);
  }
}
