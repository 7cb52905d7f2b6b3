package org.boardbench.target;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;

/**
 * What a hold cost, from its samples. Empty = not measured. CPU in percent of one core, memory in
 * MiB, the machine's shares in percent of all its cores.
 *
 * @param cpuMeanPct the server alone, over the whole hold
 * @param cpuMaxPct the server's busiest second
 * @param companionCpuMeanPct all companions together; empty for a target without any
 * @param memoryMeanMib the server alone, mean of the samples
 * @param targetCpuNs CPU time of the server and its companions in the hold
 * @param contention what the server had of the machine
 */
public record HoldUsage(
    OptionalDouble cpuMeanPct,
    OptionalDouble cpuMaxPct,
    OptionalDouble companionCpuMeanPct,
    OptionalDouble memoryMeanMib,
    OptionalDouble memoryMaxMib,
    OptionalLong targetCpuNs,
    OptionalDouble driverCpuPct,
    OptionalDouble driverRunDelayPct,
    OptionalDouble machineIdlePct,
    OptionalDouble stealPct,
    Contention contention) {

  /** Shorter windows say more about the clock tick (10 ms) than about the server. */
  private static final long SHORTEST_WINDOW_NS = 500_000_000;

  /**
   * Sums up a hold.
   *
   * @param start taken when the hold began, {@code end} when it ended
   * @param samples taken every second, in order of time; those outside the hold are ignored
   */
  public static HoldUsage of(
      ResourceSnapshot start, List<ResourceSnapshot> samples, ResourceSnapshot end) {
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
            .toList();
    return new HoldUsage(
        hold.cpuPct(Component.SERVER),
        seconds.stream().flatMapToDouble(second -> second.cpuPct(Component.SERVER).stream()).max(),
        sum(companions.stream().map(hold::cpuPct).toList()),
        memory(seconds).average(),
        memory(seconds).max(),
        targetCpuNs(hold, companions),
        hold.cpuPct(ResourceSampler.DRIVER),
        hold.driverRunDelayPct(),
        hold.machineIdlePct(),
        hold.stealPct(),
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

  private static OptionalLong targetCpuNs(ResourceWindow hold, List<String> companions) {
    OptionalLong server = hold.cpuNs(Component.SERVER);
    if (server.isEmpty()) {
      return server;
    }
    long ns = server.getAsLong();
    for (String companion : companions) {
      OptionalLong added = hold.cpuNs(companion);
      if (added.isEmpty()) {
        return added;
      }
      ns += added.getAsLong();
    }
    return OptionalLong.of(ns);
  }

  /** The sum of all, empty when any is missing or there are none. */
  private static OptionalDouble sum(List<OptionalDouble> parts) {
    return !parts.isEmpty() && parts.stream().allMatch(OptionalDouble::isPresent)
        ? OptionalDouble.of(parts.stream().mapToDouble(OptionalDouble::getAsDouble).sum())
        : OptionalDouble.empty();
  }
}
