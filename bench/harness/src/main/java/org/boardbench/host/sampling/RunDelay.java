package org.boardbench.host.sampling;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.boardbench.host.proc.ProcFs;

/**
 * How long threads of this JVM have been ready to run without a core to run on ({@code schedstat}).
 *
 * @param threadNames which threads count; sees the kernel's name, the first 15 bytes
 */
record RunDelay(ProcFs procFs, Predicate<String> threadNames) {
  /** Nanoseconds by the thread's number; empty where the kernel does not count them. */
  Map<String, Long> byThreadNs() {
    Map<String, Long> delays = new HashMap<>();
    for (String thread : procFs.list("self/task")) {
      delayNs("self/task/" + thread).ifPresent(ns -> delays.put(thread, ns));
    }
    return delays;
  }

  private Optional<Long> delayNs(String folder) {
    return procFs
        .read(folder + "/comm")
        .filter(name -> threadNames.test(name.strip()))
        .flatMap(name -> procFs.runAndWaitNs(folder))
        .map(runAndWait -> runAndWait[1]);
  }
}
