package org.boardbench.store.origin;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.core.CpuList;
import org.boardbench.core.ThisProgram;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.plan.model.CpuSpec;

/**
 * Where a run took place.
 *
 * @param processor model of the processor; empty where the machine does not tell
 * @param cores that this process may use, before it is pinned to fewer
 * @param cpus on which driver, servers and companions may run, as the kernel says; empty where it
 *     does not
 */
public record RunEnvironment(
    String os,
    String kernel,
    String arch,
    Optional<String> processor,
    int cores,
    CpuSpec cpus,
    OptionalLong memoryMib,
    String jdk,
    String harnessVersion) {
  private static final Pattern CPU_MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");
  private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB$");

  /** This machine. */
  public static RunEnvironment here() {
    return read(Path.of("/proc"));
  }

  RunEnvironment on(int coresBefore, CpuSpec given) {
    return new RunEnvironment(
        os, kernel, arch, processor, coresBefore, given, memoryMib, jdk, harnessVersion);
  }

  static RunEnvironment read(Path proc) {
    ProcFs files = new ProcFs(proc);
    Optional<String> memoryKib = find(files.read("meminfo"), MEMORY);
    Optional<String> cpus = files.cpus("self").map(CpuList::format);
    return new RunEnvironment(
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"),
        find(files.read("cpuinfo"), CPU_MODEL),
        Runtime.getRuntime().availableProcessors(),
        new CpuSpec(cpus, cpus, cpus),
        memoryKib
            .map(kib -> OptionalLong.of(Long.parseLong(kib) / 1024))
            .orElse(OptionalLong.empty()),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        ThisProgram.version());
  }

  private static Optional<String> find(Optional<String> text, Pattern pattern) {
    return text.map(pattern::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1).strip());
  }
}
