package org.boardbench.target;

import java.util.OptionalLong;

/**
 * Counters of one component at one moment. Empty = not measured: a machine without {@code /proc}, a
 * component that does not report its traffic, a process that has ended.
 *
 * @param component {@code server}, a companion's name, or {@code driver}
 * @param cpuNs CPU time used since its start, the whole process tree, ended children included;
 *     never goes down
 * @param memoryBytes resident memory of the tree, pages that its processes share counted once
 * @param rxBytes bytes received since its start
 * @param txBytes likewise sent
 * @param source where the figures come from, e.g. {@code proc}, {@code proc+redis-info}
 */
public record ResourceUsage(
    String component,
    OptionalLong cpuNs,
    OptionalLong memoryBytes,
    OptionalLong rxBytes,
    OptionalLong txBytes,
    String source) {}
