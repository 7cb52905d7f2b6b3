package org.boardbench.host.sampling;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.sampling.ResourceUsage.ThreadUse;

/** Reads what each thread of some processes has done ({@code schedstat}). Not thread-safe. */
final class ThreadSampler {
  private final ProcFs procFs;

  /** A name is read once: a thread has it from its first moments on. */
  private Map<Long, String> names = new HashMap<>();

  ThreadSampler(ProcFs procFs) {
    this.procFs = procFs;
  }

  /** The threads that live now, by number. */
  Map<Long, ThreadUse> of(Collection<Long> processes) {
    Map<Long, ThreadUse> threads = new HashMap<>();
    Map<Long, String> known = new HashMap<>();
    for (Long process : processes) {
      for (String thread : procFs.list(process + "/task")) {
        String folder = process + "/task/" + thread;
        procFs
            .runAndWaitNs(folder)
            .ifPresent(ns -> {
              Long number = Long.valueOf(thread);
              String name = names.computeIfAbsent(number, unknown -> name(folder));
              known.put(number, name);
              threads.put(number, new ThreadUse(name, ns[0], ns[1]));
            });
      }
    }
    names = known;
    return threads;
  }

  private String name(String folder) {
    return procFs.read(folder + "/comm").orElse("").strip();
  }
}
