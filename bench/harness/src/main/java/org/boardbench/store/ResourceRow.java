package org.boardbench.store;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One row of {@code resources.csv}: a second of one component.
 *
 * @param second counts as {@code timeline.csv}'s
 * @param source where the figures come from
 * @param throttledMs how long its CPU limit held it back in that second
 * @param oomKills its processes that the kernel killed in that second for want of memory
 */
public record ResourceRow(
    TrialId trial,
    int second,
    String component,
    OptionalDouble cpuPct,
    OptionalDouble memoryMib,
    OptionalDouble rxBytesPerS,
    OptionalDouble txBytesPerS,
    String source,
    OptionalDouble throttledMs,
    OptionalLong oomKills) {}
