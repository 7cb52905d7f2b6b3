package org.boardbench.host.proc;

/**
 * One process as {@code /proc/<pid>/stat} shows it, or one of its threads, whose {@code stat} is
 * written alike.
 *
 * @param name of its command, or of the thread, cut by the kernel after 15 bytes
 * @param hasEnded it waits for its parent to notice, and holds nothing any more. A process whose
 *     first thread alone has ended looks the same ({@code Z}) but may still have its ports.
 * @param own CPU time of all its threads
 * @param reapedTicks CPU time of ended children that it has waited for, with all that those had
 *     waited for
 * @param startTicks when it started, since boot: with the pid it names a process for good
 */
public record ProcStat(
    long pid,
    String name,
    long parent,
    long session,
    boolean hasEnded,
    CpuTicks own,
    long reapedTicks,
    long startTicks) {

  /** Reads the file's one line; the command's name may hold any character. */
  public static ProcStat parse(String line) {
    int nameEnd = line.lastIndexOf(')');
    long pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
    // Numbered as in proc(5), where the state is field 3; what follows field 22 stays in one piece.
    String[] fields = line.substring(nameEnd + 2).strip().split(" ", 21);
    return new ProcStat(
        pid,
        line.substring(line.indexOf('(') + 1, nameEnd),
        field(fields, 4),
        field(fields, 6),
        "ZX".contains(fields[0]) && field(fields, 20) <= 1,
        new CpuTicks(field(fields, 14), field(fields, 15)),
        field(fields, 16) + field(fields, 17),
        field(fields, 22));
  }

  public long totalTicks() {
    return own.total() + reapedTicks;
  }

  public boolean isSameProcess(ProcStat other) {
    return other != null && pid == other.pid && startTicks == other.startTicks;
  }

  private static long field(String[] fields, int number) {
    return Long.parseLong(fields[number - 3]);
  }
}
