package org.boardbench.host.proc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import org.boardbench.core.CpuList;
import org.boardbench.host.cgroup.KernelFile;

/**
 * The kernel's {@code /proc} files that the harness reads. A process that is gone, or that belongs
 * to somebody else, is simply not there.
 */
public final class ProcFs {
  public static final ProcFs SYSTEM = new ProcFs(Path.of("/proc"));

  private static final int LONG_FILE_BYTES = 1 << 20;

  private final Path root;

  /**
   * @param root {@code /proc}, or a folder that looks like it
   */
  public ProcFs(Path root) {
    this.root = root;
  }

  /** False where the kernel is not Linux: then nothing can be read here. */
  public boolean isAvailable() {
    return Files.isReadable(root.resolve("stat")) && Files.isDirectory(root.resolve("self"));
  }

  /** Every process that lives now, by pid. */
  public Map<Long, ProcStat> processes() {
    Map<Long, ProcStat> processes = new HashMap<>();
    String[] names = root.toFile().list();
    for (String name : names == null ? new String[0] : names) {
      if (name.charAt(0) >= '1' && name.charAt(0) <= '9') {
        stat(name).ifPresent(stat -> processes.put(stat.pid(), stat));
      }
    }
    return processes;
  }

  /**
   * What the kernel tells of one process, or of one thread.
   *
   * @param process a pid, {@code self}, or {@code <pid>/task/<number>}
   */
  public Optional<ProcStat> stat(String process) {
    return read(process + "/stat").map(ProcStat::parse);
  }

  /** Resident pages of a process, and those of them that are files or shared memory. */
  public Optional<long[]> residentAndSharedPages(String process) {
    return read(process + "/statm")
        .map(text -> text.split(" ", -1))
        .map(fields -> new long[] {Long.parseLong(fields[1]), Long.parseLong(fields[2])});
  }

  /**
   * The CPUs on which a thread may run.
   *
   * @param thread a pid, {@code self}, or {@code self/task/<number>}
   */
  public Optional<NavigableSet<Integer>> cpus(String thread) {
    return read(thread + "/status").flatMap(CpuList::ofStatus);
  }

  /**
   * How long a thread has run, and how long it was ready to run without a core, in ns; empty where
   * the kernel does not count it.
   *
   * @param thread {@code <pid>/task/<number>}
   */
  public Optional<long[]> runAndWaitNs(String thread) {
    return read(thread + "/schedstat")
        .map(text -> text.split(" ", -1))
        .map(fields -> new long[] {Long.parseLong(fields[0]), Long.parseLong(fields[1])});
  }

  /** The cores that are switched on; 0 when the kernel does not tell. */
  public int cores() {
    return (int)
        KernelFile.read(root + "/stat", LONG_FILE_BYTES).stream()
            .flatMap(String::lines)
            .filter(line -> line.startsWith("cpu") && Character.isDigit(line.charAt(3)))
            .count();
  }

  public Path root() {
    return root;
  }

  /** The value of one variable in the environment that a process was started with. */
  public Optional<String> variable(long pid, String name) {
    String prefix = name + "=";
    return KernelFile.read(root + "/" + pid + "/environ", LONG_FILE_BYTES).stream()
        .flatMap(text -> Arrays.stream(text.split("\0", -1)))
        .filter(entry -> entry.startsWith(prefix))
        .map(entry -> entry.substring(prefix.length()))
        .findFirst();
  }

  /**
   * How many files and sockets a process has open; empty where that may not be seen.
   *
   * @param process a pid or {@code self}
   */
  public Optional<Long> openFiles(String process) {
    String[] names = root.resolve(process + "/fd").toFile().list();
    return Optional.ofNullable(names).map(found -> (long) found.length);
  }

  /** The text of a small file below {@code /proc}. */
  public Optional<String> read(String file) {
    return KernelFile.read(root + "/" + file);
  }

  /** The names in a folder below {@code /proc}; none when it is not there. */
  public String[] list(String folder) {
    String[] names = root.resolve(folder).toFile().list();
    return names == null ? new String[0] : names;
  }
}
