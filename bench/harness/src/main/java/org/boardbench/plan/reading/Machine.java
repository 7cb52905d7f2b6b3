package org.boardbench.plan.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.core.CpuList;

/**
 * What a plan has to fit on.
 *
 * @param cores that this process may use
 * @param cpus their numbers; empty where the kernel is not Linux
 * @param memoryBytes of the machine, in whole mebibytes; empty likewise
 */
public record Machine(int cores, Optional<NavigableSet<Integer>> cpus, OptionalLong memoryBytes) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final Pattern TOTAL_KIB = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB$");

  public Machine {
    cpus = cpus.map(TreeSet::new);
  }

  public static Machine here() {
    return new Machine(Runtime.getRuntime().availableProcessors(), allowed(), memory());
  }

  private static Optional<NavigableSet<Integer>> allowed() {
    try {
      return CpuList.ofStatus(Files.readString(STATUS));
    } catch (IOException notLinux) {
      return Optional.empty();
    }
  }

  private static OptionalLong memory() {
    try {
      Matcher total = TOTAL_KIB.matcher(Files.readString(MEMORY));
      return total.find()
          ? OptionalLong.of((Long.parseLong(total.group(1)) / 1024) << 20)
          : OptionalLong.empty();
    } catch (IOException notLinux) {
      return OptionalLong.empty();
    }
  }
}
