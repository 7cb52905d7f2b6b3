package org.boardbench.host.proc;

/**
 * CPU time of a process or of one of its threads, in clock ticks, as {@code stat} of {@code
 * proc(5)} has it.
 *
 * @param user in its own code
 * @param kernel in the kernel
 */
public record CpuTicks(long user, long kernel) {
  /** As {@code proc(5)} numbers them; the state, which follows the name, is the third. */
  private static final int USER = 14;

  private static final int KERNEL = 15;
  private static final int STATE = 3;

  /** Reads the file's one line; the name in it may hold any character. */
  public static CpuTicks parse(String line) {
    String[] fields = line.substring(line.lastIndexOf(')') + 2).strip().split(" ", KERNEL);
    return new CpuTicks(
        Long.parseLong(fields[USER - STATE]), Long.parseLong(fields[KERNEL - STATE]));
  }

  /** What has come since {@code earlier}; never less than nothing. */
  public CpuTicks since(CpuTicks earlier) {
    return new CpuTicks(Math.max(0, user - earlier.user), Math.max(0, kernel - earlier.kernel));
  }

  public long total() {
    return user + kernel;
  }
}
