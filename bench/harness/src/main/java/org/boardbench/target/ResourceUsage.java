package org.boardbench.target;

import java.util.OptionalLong;

/**
 * Counters of one component at one moment. Empty = not measured: a machine without {@code /proc}, a
 * component that does not report its traffic, a process that has ended.
 *
 * @param component {@code server}, a companion's name, or {@code driver}
 * @param cpuNs CPU time used since its start, the whole process tree, ended children included;
 *     never goes down
 * @param memoryBytes its memory: by a group the working set as cAdvisor defines it, otherwise
 *     resident memory of the tree, pages that its processes share counted once
 * @param rxBytes bytes received since its start
 * @param txBytes likewise sent
 * @param throttledNs how long its CPU limit has held it back since its start
 * @param oomKills processes of it that the kernel has killed for want of memory
 * @param source where the figures come from, e.g. {@code proc}, {@code cgroup-v1+redis-info}
 */
public record ResourceUsage(
    String component,
    OptionalLong cpuNs,
    OptionalLong memoryBytes,
    OptionalLong rxBytes,
    OptionalLong txBytes,
    OptionalLong throttledNs,
    OptionalLong oomKills,
    String source) {}
