package org.boardbench.host.sampling;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What was used between two snapshots. A figure is empty when either snapshot lacks its counter or
 * no time has passed.
 */
public record ResourceWindow(ResourceSnapshot start, ResourceSnapshot end) {
  private static final double BYTES_PER_MIB = 1 << 20;

  public long lengthNs() {
    return end.timeNs() - start.timeNs();
  }

  /** CPU time that {@code component} used. */
  public OptionalLong cpuNs(String component) {
    return gained(component, ResourceUsage::cpuNs);
  }

  /** In percent of one core. */
  public OptionalDouble cpuPct(String component) {
    return share(cpuNs(component));
  }

  /** Resident memory at the window's end. */
  public OptionalDouble memoryMib(String component) {
    OptionalLong bytes =
        end.usage(component).map(ResourceUsage::memoryBytes).orElse(OptionalLong.empty());
    return bytes.isPresent()
        ? OptionalDouble.of(bytes.getAsLong() / BYTES_PER_MIB)
        : OptionalDouble.empty();
  }

  /** Files and sockets that were open at the window's end. */
  public OptionalLong descriptors(String component) {
    return end.usage(component).map(ResourceUsage::descriptors).orElse(OptionalLong.empty());
  }

  public OptionalDouble rxBytesPerS(String component) {
    return perSecond(gained(component, ResourceUsage::rxBytes));
  }

  public OptionalDouble txBytesPerS(String component) {
    return perSecond(gained(component, ResourceUsage::txBytes));
  }

  /** How long its CPU limit held {@code component} back. */
  public OptionalLong throttledNs(String component) {
    return gained(component, ResourceUsage::throttledNs);
  }

  /** Processes of {@code component} that the kernel killed for want of memory. */
  public OptionalLong oomKills(String component) {
    return gained(component, ResourceUsage::oomKills);
  }

  /**
   * Of all cores together, 0 to 100: exact where the machine's CPU time is, else from clock ticks.
   *
   * <p>Some kernels charge a task for the interrupts that it suffers, others keep those apart, and
   * then they must be added to what was used. Which of the two this one does shows by the idle
   * ticks, which are rougher but have no such doubt.
   */
  public OptionalDouble machineIdlePct() {
    OptionalDouble byTicks = machineShare(MachineUsage::idleTicks);
    OptionalLong usedNs = machineUsedNs();
    if (usedNs.isEmpty() || byTicks.isEmpty() || cores() == 0 || lengthNs() <= 0) {
      return byTicks;
    }
    double usedPct = 100.0 * usedNs.getAsLong() / ((double) cores() * lengthNs());
    double idlePct = 100 - usedPct - stealPct().orElse(0);
    double withoutPct = idlePct - machineShare(MachineUsage::interruptTicks).orElse(0);
    double ticksPct = byTicks.getAsDouble();
    boolean isApart = Math.abs(withoutPct - ticksPct) < Math.abs(idlePct - ticksPct);
    return OptionalDouble.of(Math.clamp(isApart ? withoutPct : idlePct, 0, 100));
  }

  /** Cores of the machine; 0 where that is not known. */
  int cores() {
    return end.machine().map(MachineUsage::cores).orElse(0);
  }

  /**
   * CPU of all that is in neither snapshot's list: the machine's less that of the driver, the
   * target and its companions, in percent of one core. The counters are read one after the other,
   * so when hardly anything ran the difference can be a little below zero: then nothing did.
   */
  public OptionalDouble foreignCpuPct() {
    OptionalLong used = machineUsedNs();
    if (used.isEmpty() || cores() == 0) {
      return OptionalDouble.empty();
    }
    long ns = used.getAsLong();
    for (ResourceUsage usage : end.usages()) {
      OptionalLong own = cpuNs(usage.component());
      if (own.isEmpty()) {
        return OptionalDouble.empty();
      }
      ns -= own.getAsLong();
    }
    return share(OptionalLong.of(Math.max(0, ns)));
  }

  private OptionalLong machineUsedNs() {
    return difference(
        start.machine().map(MachineUsage::usedNs), end.machine().map(MachineUsage::usedNs));
  }

  /** What the hypervisor gave to others, of all cores together, 0 to 100. */
  public OptionalDouble stealPct() {
    return machineShare(MachineUsage::stealTicks);
  }

  /**
   * How long the driver's thread that waited longest for a core did so, in percent of time: the
   * mean over all of them would hide the loop that was starved.
   */
  public OptionalDouble driverRunDelayPct() {
    Map<String, Long> before = runDelays(start);
    return share(
        runDelays(end).entrySet().stream()
            .mapToLong(
                thread -> gained(before.getOrDefault(thread.getKey(), 0L), thread.getValue()))
            .max());
  }

  private static Map<String, Long> runDelays(ResourceSnapshot snapshot) {
    return snapshot.machine().map(MachineUsage::driverRunDelayNs).orElse(Map.of());
  }

  /** A lower value is another thread under the same number. */
  private static long gained(long before, long after) {
    return after >= before ? after - before : after;
  }

  private OptionalLong gained(String component, Function<ResourceUsage, OptionalLong> counter) {
    return difference(start.usage(component).map(counter), end.usage(component).map(counter));
  }

  private static OptionalLong difference(
      Optional<OptionalLong> before, Optional<OptionalLong> after) {
    OptionalLong from = before.orElse(OptionalLong.empty());
    OptionalLong to = after.orElse(OptionalLong.empty());
    return from.isPresent() && to.isPresent()
        ? OptionalLong.of(to.getAsLong() - from.getAsLong())
        : OptionalLong.empty();
  }

  private OptionalDouble share(OptionalLong ns) {
    return ns.isPresent() && lengthNs() > 0
        ? OptionalDouble.of(100.0 * ns.getAsLong() / lengthNs())
        : OptionalDouble.empty();
  }

  private OptionalDouble perSecond(OptionalLong amount) {
    return amount.isPresent() && lengthNs() > 0
        ? OptionalDouble.of(1e9 * amount.getAsLong() / lengthNs())
        : OptionalDouble.empty();
  }

  private OptionalDouble machineShare(Function<MachineUsage, Long> ticks) {
    if (start.machine().isEmpty() || end.machine().isEmpty()) {
      return OptionalDouble.empty();
    }
    MachineUsage from = start.machine().get();
    MachineUsage to = end.machine().get();
    long total = to.totalTicks() - from.totalTicks();
    return total > 0
        ? OptionalDouble.of(100.0 * (ticks.apply(to) - ticks.apply(from)) / total)
        : OptionalDouble.empty();
  }
}
