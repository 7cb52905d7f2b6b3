package org.boardbench.host.sampling;

import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.host.sampling.ResourceUsage.ThreadUse;
import org.boardbench.results.row.HoldCosts;

/**
 * Adds up what is used in a hold while it lasts, so that nobody need keep its samples: an hour of
 * them would fill the driver's memory. Thread-safe.
 */
public final class HoldMeter {
  /** Shorter windows say more about the clock tick (10 ms) than about the server. */
  private static final long SHORTEST_WINDOW_NS = 500_000_000;

  private final ResourceSnapshot start;
  private final Map<String, ThreadSums> threads = new HashMap<>();
  private final DoubleSummaryStatistics secondsCpuPct = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics memoryMib = new DoubleSummaryStatistics();
  private long memoryMaxBytes;

  /** What has been added up to. */
  private ResourceSnapshot last;

  private boolean hasSeconds;

  /** Null while it lasts. */
  private ResourceSnapshot end;

  /**
   * @param start taken when it began
   */
  public HoldMeter(ResourceSnapshot start) {
    this.start = start;
    this.last = start;
    start
        .usages()
        .forEach(usage -> threads.put(usage.component(), new ThreadSums(usage.threads())));
    seeMemory(start);
  }

  /**
   * Takes the sample of a second. One that was taken before the hold or after its end is ignored.
   *
   * @param sample later than the last one
   */
  public synchronized void add(ResourceSnapshot sample) {
    boolean isBeforeEnd = end == null || sample.timeNs() < end.timeNs();
    if (isBeforeEnd && sample.timeNs() - last.timeNs() >= SHORTEST_WINDOW_NS) {
      addSecond(sample);
    }
  }

  /**
   * It is over.
   *
   * @param atEnd taken when it ended; a sample from before that may still be on its way
   */
  public synchronized void end(ResourceSnapshot atEnd) {
    end = atEnd;
  }

  private void addSecond(ResourceSnapshot to) {
    ResourceWindow second = new ResourceWindow(last, to);
    second.cpuPct(Component.SERVER).ifPresent(secondsCpuPct);
    second.memoryMib(Component.SERVER).ifPresent(memoryMib);
    hasSeconds = true;
    addCounters(to);
  }

  private void addCounters(ResourceSnapshot to) {
    to.usages()
        .forEach(usage ->
            threads.computeIfAbsent(usage.component(), unseen -> new ThreadSums(Map.of())));
    threads.forEach((component, sums) -> sums.add(threads(to, component)));
    seeMemory(to);
    last = to;
  }

  private static Map<Long, ThreadUse> threads(ResourceSnapshot snapshot, String component) {
    return snapshot.usage(component).map(ResourceUsage::threads).orElse(Map.of());
  }

  private void seeMemory(ResourceSnapshot snapshot) {
    OptionalLong bytes =
        snapshot
            .usage(Component.SERVER)
            .map(ResourceUsage::memoryBytes)
            .orElse(OptionalLong.empty());
    memoryMaxBytes = Math.max(memoryMaxBytes, bytes.orElse(0));
  }

  /** From its start to its end. */
  public synchronized ResourceWindow window() {
    if (end == null) {
      throw new IllegalStateException("it has not ended");
    }
    return new ResourceWindow(start, end);
  }

  /**
   * What it cost, once it has ended.
   *
   * @param deliveries that arrived in it
   */
  public synchronized HoldUsage usage(long deliveries) {
    ResourceWindow hold = window();
    if (end.timeNs() - last.timeNs() >= SHORTEST_WINDOW_NS || !hasSeconds) {
      addSecond(end);
    } else if (last.timeNs() < end.timeNs()) {
      addCounters(end);
    }
    List<String> companions =
        end.usages().stream()
            .map(ResourceUsage::component)
            .filter(name -> !name.equals(Component.SERVER))
            .filter(name -> !name.equals(ResourceSampler.DRIVER))
            .filter(name -> !name.equals(Component.BROWSER))
            .toList();
    return new HoldUsage(
        new HoldCosts.ServerUse(
            hold.cpuPct(Component.SERVER),
            figure(secondsCpuPct, secondsCpuPct.getMax()),
            sum(companions.stream().map(hold::cpuPct).toList()),
            figure(memoryMib, memoryMib.getAverage()),
            figure(memoryMib, memoryMib.getMax()),
            perDeliveryUs(hold, companions, deliveries)),
        new HoldCosts.DriverUse(hold.cpuPct(ResourceSampler.DRIVER), hold.driverRunDelayPct()),
        new HoldCosts.MachineState(hold.machineIdlePct(), hold.stealPct()),
        Contention.of(new Exhaustion(hold, companions, threadsIn(hold), memoryMaxBytes)));
  }

  private Map<String, HoldThreads> threadsIn(ResourceWindow hold) {
    return threads.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, sums -> sums.getValue().over(hold.lengthNs())));
  }

  private static OptionalDouble figure(DoubleSummaryStatistics of, double figure) {
    return of.getCount() > 0 ? OptionalDouble.of(figure) : OptionalDouble.empty();
  }

  private static OptionalDouble perDeliveryUs(
      ResourceWindow hold, List<String> companions, long deliveries) {
    List<OptionalLong> parts =
        Stream.concat(Stream.of(Component.SERVER), companions.stream()).map(hold::cpuNs).toList();
    return deliveries > 0 && parts.stream().allMatch(OptionalLong::isPresent)
        ? OptionalDouble.of(
            parts.stream().mapToLong(OptionalLong::getAsLong).sum() / 1e3 / deliveries)
        : OptionalDouble.empty();
  }

  /** The sum of all, empty when any is missing or there are none. */
  private static OptionalDouble sum(List<OptionalDouble> parts) {
    return !parts.isEmpty() && parts.stream().allMatch(OptionalDouble::isPresent)
        ? OptionalDouble.of(parts.stream().mapToDouble(OptionalDouble::getAsDouble).sum())
        : OptionalDouble.empty();
  }
}
