package org.boardbench.host.sampling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.host.sampling.ResourceUsage.Limits;
import org.boardbench.results.row.Bottleneck;

/**
 * Finds what a target used up in a hold. Memory comes first, because a collector that has none left
 * fills threads and cores as well; then what more cores would not mend, and the cores last.
 *
 * @param companions their names
 * @param threads by component
 * @param serverMemoryMaxBytes 0 where it was not measured
 */
record Exhaustion(
    ResourceWindow hold,
    List<String> companions,
    Map<String, HoldThreads> threads,
    long serverMemoryMaxBytes) {
  /** A thread, a core or a limit has no more to give from here on: the rest is measuring error. */
  private static final double FULL = 0.95;

  /** A collector that has enough memory takes a few percent of a server's CPU time. */
  private static final double COLLECTOR = 0.3;

  HoldThreads server() {
    return threadsOf(Component.SERVER);
  }

  private HoldThreads threadsOf(String component) {
    return threads.getOrDefault(component, HoldThreads.NONE);
  }

  /** Empty where the server's threads are not known. */
  Optional<Bottleneck> bottleneck() {
    HoldThreads server = server();
    if (server.threads().isEmpty()) {
      return Optional.empty();
    }
    if (isMemoryUsedUp()) {
      return Optional.of(Bottleneck.MEMORY);
    }
    if (isFull(server.busiestPct())) {
      return Optional.of(Bottleneck.THREAD);
    }
    if (companions.stream().anyMatch(name -> isFull(threadsOf(name).busiestPct()))) {
      return Optional.of(Bottleneck.COMPANION);
    }
    if (areCoresUsedUp()) {
      return Optional.of(Bottleneck.CORES);
    }
    // It had its share of a core whenever it could, and wanted more all the time.
    return Optional.of(isFull(server.keenestPct()) ? Bottleneck.THREAD : Bottleneck.NONE);
  }

  private static boolean isFull(OptionalDouble pct) {
    return pct.orElse(0) >= 100 * FULL;
  }

  private boolean isMemoryUsedUp() {
    OptionalLong limit = limits().memoryBytes();
    boolean isAtLimit = limit.isPresent() && serverMemoryMaxBytes >= FULL * limit.getAsLong();
    double serverPct = hold.cpuPct(Component.SERVER).orElse(0);
    boolean isCollecting =
        serverPct > 0 && server().collectorPct().orElse(0) >= COLLECTOR * serverPct;
    return isAtLimit || isCollecting || hold.oomKills(Component.SERVER).orElse(0) > 0;
  }

  private boolean areCoresUsedUp() {
    double serverCores = hold.cpuPct(Component.SERVER).orElse(0) / 100;
    double companionCores =
        companions.stream().mapToDouble(name -> hold.cpuPct(name).orElse(0) / 100).sum();
    OptionalDouble ofMachine = coresLeft();
    boolean isOwnShareUsedUp = serverCores >= FULL * limits().cores().orElse(Double.MAX_VALUE);
    return isOwnShareUsedUp
        || (ofMachine.isPresent()
            && serverCores + companionCores >= FULL * ofMachine.getAsDouble());
  }

  /** As {@link Contention#coresAvailable}. */
  OptionalDouble coresAvailable() {
    OptionalDouble left = coresLeft();
    OptionalDouble own = limits().cores();
    return left.isPresent() && own.isPresent()
        ? OptionalDouble.of(Math.min(left.getAsDouble(), own.getAsDouble()))
        : OptionalDouble.empty();
  }

  /** What the driver, a browser that looks on, and foreign work left of the machine. */
  private OptionalDouble coresLeft() {
    OptionalDouble driver = hold.cpuPct(ResourceSampler.DRIVER);
    OptionalDouble foreign = hold.foreignCpuPct();
    return driver.isPresent() && foreign.isPresent()
        ? OptionalDouble.of(
            hold.cores()
                - (driver.getAsDouble()
                        + foreign.getAsDouble()
                        + hold.cpuPct(Component.BROWSER).orElse(0))
                    / 100)
        : OptionalDouble.empty();
  }

  private Limits limits() {
    return hold.end().usage(Component.SERVER).map(ResourceUsage::limits).orElse(Limits.UNKNOWN);
  }
}
