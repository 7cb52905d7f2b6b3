package org.boardbench.host.proc;

/**
 * CPU time of a process or of one of its threads, in clock ticks.
 *
 * @param user in its own code
 * @param kernel in the kernel
 */
public record CpuTicks(long user, long kernel) {
  /** What has come since {@code earlier}; never less than nothing. */
  public CpuTicks since(CpuTicks earlier) {
    return new CpuTicks(Math.max(0, user - earlier.user), Math.max(0, kernel - earlier.kernel));
  }

  public long total() {
    return user + kernel;
  }
}
