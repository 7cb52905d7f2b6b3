package org.boardbench.store;

import java.util.OptionalDouble;

/**
 * One row of {@code resources.csv}: a second of one component.
 *
 * @param second counts as {@code timeline.csv}'s
 * @param source where the figures come from
 */
public record ResourceRow(
    TrialId trial,
    int second,
    String component,
    OptionalDouble cpuPct,
    OptionalDouble memoryMib,
    OptionalDouble rxBytesPerS,
    OptionalDouble txBytesPerS,
    String source) {}
