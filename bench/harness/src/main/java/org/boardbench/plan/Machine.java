package org.boardbench.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a plan has to fit on.
 *
 * @param cores that this process may use
 * @param cpus their numbers; empty where the kernel is not Linux
 */
record Machine(int cores, Optional<NavigableSet<Integer>> cpus) {
  private static final Path STATUS = Path.of("/proc/thread-self/status");
  private static final Pattern ALLOWED = Pattern.compile("(?m)^Cpus_allowed_list:\\s*(\\S+)$");

  Machine {
    cpus = cpus.map(TreeSet::new);
  }

  static Machine here() {
    return new Machine(Runtime.getRuntime().availableProcessors(), allowed());
  }

  private static Optional<NavigableSet<Integer>> allowed() {
    try {
      Matcher list = ALLOWED.matcher(Files.readString(STATUS));
      return list.find() ? CpuList.parse(list.group(1)) : Optional.empty();
    } catch (IOException notLinux) {
      return Optional.empty();
    }
  }
}
