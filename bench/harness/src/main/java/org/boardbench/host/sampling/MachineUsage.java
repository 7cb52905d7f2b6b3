package org.boardbench.host.sampling;

import java.util.Map;
import java.util.OptionalLong;

/**
 * The machine's counters at one moment, all cores together, in clock ticks of {@code /proc/stat}.
 *
 * @param idleTicks idle, waiting for I/O included
 * @param driverRunDelayNs how long each of the driver's threads has been ready to run without a
 *     core to run on ({@code schedstat}), by the thread's number; empty where the kernel does not
 *     count it
 * @param interruptTicks spent in interrupts; kernels differ in whether the task that is interrupted
 *     is charged for them as well
 * @param usedNs CPU time of all that runs on the machine, exact; empty where that is not known
 * @param cores that are switched on; 0 where that is not known
 */
public record MachineUsage(
    long totalTicks,
    long idleTicks,
    long stealTicks,
    Map<String, Long> driverRunDelayNs,
    long interruptTicks,
    OptionalLong usedNs,
    int cores) {
  public MachineUsage {
    driverRunDelayNs = Map.copyOf(driverRunDelayNs);
  }
}
