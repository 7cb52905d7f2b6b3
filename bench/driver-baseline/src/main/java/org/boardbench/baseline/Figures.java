package org.boardbench.baseline;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one client showed in one hold. Empty = not measured.
 *
 * @param cpuPct of one core, the client's whole process
 * @param kernelCpuPct what of it the kernel took, of one core too
 * @param usage of the client's process since it began
 * @param valid the driver's verdict on itself, {@code invalidReasons} its reasons
 * @param allocatedBytes per delivery, by the driver's loops
 */
record Figures(
    double deliveriesPerS,
    long lost,
    double cpuPct,
    OptionalDouble kernelCpuPct,
    OptionalDouble framesPerRead,
    OptionalDouble rttP50Ms,
    OptionalDouble rttP99Ms,
    PinnedProcess.Usage usage,
    Optional<Boolean> valid,
    String invalidReasons,
    Arrivals arrivals,
    OptionalDouble allocatedBytes) {}
