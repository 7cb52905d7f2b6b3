package org.boardbench.target;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * How long this JVM's threads have been ready to run without a core to run on ({@code schedstat}).
 * Never goes down: what ended threads have waited is kept. Not thread-safe.
 */
final class RunDelay {
  private final ProcFs procFs;
  private final Predicate<String> threadNames;
  private Map<String, Long> last = Map.of();
  private long endedNs;

  /**
   * @param threadNames which threads count; sees the kernel's name, the first 15 bytes
   */
  RunDelay(ProcFs procFs, Predicate<String> threadNames) {
    this.procFs = procFs;
    this.threadNames = threadNames;
  }

  /** Nanoseconds in all; empty where the kernel does not count them. */
  OptionalLong totalNs() {
    Map<String, Long> now = new HashMap<>();
    boolean counted = false;
    for (String thread : procFs.list("self/task")) {
      Optional<Long> delayNs = delayNs("self/task/" + thread);
      counted |= delayNs.isPresent();
      delayNs.ifPresent(ns -> now.put(thread, ns));
    }
    if (!counted) {
      return OptionalLong.empty();
    }
    last.forEach((thread, ns) -> {
      // A lower value is another thread under the same number.
      if (now.getOrDefault(thread, -1L) < ns) {
        endedNs += ns;
      }
    });
    last = now;
    return OptionalLong.of(endedNs + now.values().stream().mapToLong(Long::longValue).sum());
  }

  private Optional<Long> delayNs(String folder) {
    return procFs
        .read(folder + "/comm")
        .filter(name -> threadNames.test(name.strip()))
        .flatMap(name -> procFs.read(folder + "/schedstat"))
        .map(text -> Long.parseLong(text.split(" ", -1)[1]));
  }
}
