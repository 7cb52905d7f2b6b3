package org.boardbench.target;

import java.util.OptionalLong;

/**
 * The machine's counters at one moment, all cores together, in clock ticks of {@code /proc/stat}.
 *
 * @param idleTicks idle, waiting for I/O included
 * @param driverRunDelayNs how long the driver's threads have waited for a core in all ({@code
 *     schedstat}); empty where the kernel does not count it
 */
public record MachineUsage(
    long totalTicks, long idleTicks, long stealTicks, OptionalLong driverRunDelayNs) {}
