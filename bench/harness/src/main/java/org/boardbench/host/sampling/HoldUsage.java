package org.boardbench.host.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.boardbench.results.row.HoldCosts;

/**
 * What a hold cost, from its samples. Empty = not measured.
 *
 * @param server means over the whole hold, and its busiest second
 * @param contention what the server had of the machine
 */
public record HoldUsage(
    HoldCosts.ServerUse server,
    HoldCosts.DriverUse driver,
    HoldCosts.MachineState machine,
    Contention contention) {
  /** Shorter windows say more about the clock tick (10 ms) than about the server. */
  private static final long SHORTEST_WINDOW_NS = 500_000_000;

  /**
   * Sums up a hold.
   *
   * @param start taken when the hold began, {@code end} when it ended
   * @param samples taken every second, in order of time; those outside the hold are ignored
   * @param deliveries that arrived in it
   */
  public static HoldUsage of(
      ResourceSnapshot start,
      List<ResourceSnapshot> samples,
      ResourceSnapshot end,
      long deliveries) {
    ResourceWindow hold = new ResourceWindow(start, end);
    List<ResourceWindow> seconds = seconds(start, samples, end);
    List<ResourceSnapshot> all = new ArrayList<>(List.of(start));
    seconds.forEach(second -> all.add(second.end()));
    if (all.getLast().timeNs() < end.timeNs()) {
      all.add(end);
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
            seconds.stream()
                .flatMapToDouble(second -> second.cpuPct(Component.SERVER).stream())
                .max(),
            sum(companions.stream().map(hold::cpuPct).toList()),
            memory(seconds).average(),
            memory(seconds).max(),
            perDeliveryUs(hold, companions, deliveries)),
        new HoldCosts.DriverUse(hold.cpuPct(ResourceSampler.DRIVER), hold.driverRunDelayPct()),
        new HoldCosts.MachineState(hold.machineIdlePct(), hold.stealPct()),
        Contention.of(hold, all, companions));
  }

  private static List<ResourceWindow> seconds(
      ResourceSnapshot start, List<ResourceSnapshot> samples, ResourceSnapshot end) {
    List<ResourceWindow> seconds = new ArrayList<>();
    ResourceSnapshot last = start;
    for (ResourceSnapshot sample : samples) {
      boolean inHold =
          sample.timeNs() - last.timeNs() >= SHORTEST_WINDOW_NS && sample.timeNs() < end.timeNs();
      if (inHold) {
        seconds.add(new ResourceWindow(last, sample));
        last = sample;
      }
    }
    if (end.timeNs() - last.timeNs() >= SHORTEST_WINDOW_NS || seconds.isEmpty()) {
      seconds.add(new ResourceWindow(last, end));
    }
    return seconds;
  }

  private static DoubleStream memory(List<ResourceWindow> seconds) {
    return seconds.stream().flatMapToDouble(second -> second.memoryMib(Component.SERVER).stream());
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
