package org.boardbench.host.sampling;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.boardbench.host.sampling.ResourceUsage.ThreadUse;

/**
 * What a component's threads did in a hold, all its processes together. A thread that ended within
 * the hold counts by what was last seen of it; one that began within it counts from its start.
 *
 * @param threads by number; empty where the kernel does not count them
 */
record HoldThreads(Map<Long, ThreadUse> threads, long holdNs) {
  /** Of a component that was not seen. */
  static final HoldThreads NONE = new HoldThreads(Map.of(), 0);

  /** How HotSpot calls the threads that collect garbage, as the kernel cuts them. */
  private static final List<String> COLLECTORS =
      List.of("GC Thread", "G1 ", "ParGC", "ZWorker", "XWorker", "Shenandoah", "VM Thread");

  HoldThreads {
    threads = Map.copyOf(threads);
  }

  /** How much of a core the thread had that had most. */
  OptionalDouble busiestPct() {
    return mostPct(ThreadUse::runNs);
  }

  /** How much of a core the thread wanted that wanted most, whether it had it or not. */
  OptionalDouble keenestPct() {
    return mostPct(thread -> thread.runNs() + thread.waitNs());
  }

  /**
   * How long threads were ready to run without a core, all added up: above 100 when several were.
   */
  OptionalDouble waitPct() {
    return sumPct(thread -> true, ThreadUse::waitNs);
  }

  /** How much of a core collected garbage. */
  OptionalDouble collectorPct() {
    return sumPct(
        thread -> COLLECTORS.stream().anyMatch(thread.name()::startsWith), ThreadUse::runNs);
  }

  private OptionalDouble mostPct(ToLongFunction<ThreadUse> ns) {
    return holdNs <= 0
        ? OptionalDouble.empty()
        : threads.values().stream().mapToDouble(thread -> pct(ns.applyAsLong(thread))).max();
  }

  private OptionalDouble sumPct(Predicate<ThreadUse> which, ToLongFunction<ThreadUse> ns) {
    return threads.isEmpty() || holdNs <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(pct(threads.values().stream().filter(which).mapToLong(ns).sum()));
  }

  private double pct(long ns) {
    return 100.0 * ns / holdNs;
  }
}
