package org.boardbench.target;

import java.util.Map;

/**
 * The machine's counters at one moment, all cores together, in clock ticks of {@code /proc/stat}.
 *
 * @param idleTicks idle, waiting for I/O included
 * @param driverRunDelayNs how long each of the driver's threads has been ready to run without a
 *     core to run on ({@code schedstat}), by the thread's number; empty where the kernel does not
 *     count it
 */
public record MachineUsage(
    long totalTicks, long idleTicks, long stealTicks, Map<String, Long> driverRunDelayNs) {
  public MachineUsage {
    driverRunDelayNs = Map.copyOf(driverRunDelayNs);
  }
}
