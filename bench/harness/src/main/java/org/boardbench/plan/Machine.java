package org.boardbench.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a plan has to fit on.
 *
 * @param cores that this process may use
 * @param cpus their numbers; empty where the kernel is not Linux
 */
record Machine(int cores, Optional<NavigableSet<Integer>> cpus) {
  private static final Path STATUS = Path.of("/proc/self/status");

  Machine {
    cpus = cpus.map(TreeSet::new);
  }

  static Machine here() {
    return new Machine(Runtime.getRuntime().availableProcessors(), allowed());
  }

  private static Optional<NavigableSet<Integer>> allowed() {
    try {
      return CpuList.ofStatus(Files.readString(STATUS));
    } catch (IOException notLinux) {
      return Optional.empty();
    }
  }
}
