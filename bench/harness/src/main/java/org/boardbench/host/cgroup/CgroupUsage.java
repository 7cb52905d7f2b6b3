package org.boardbench.host.cgroup;

import java.util.OptionalLong;

/**
 * Counters of a group at one moment. Empty = the kernel does not count it there.
 *
 * @param cpuNs CPU time of all that ever ran in it, in user and kernel mode
 * @param memoryBytes its working set as cAdvisor defines it: all memory that is charged to it, page
 *     cache and kernel buffers included, less the file pages that were not used of late
 * @param throttledNs how long it was held back by its CPU limit
 * @param oomKills processes in it that the kernel killed for want of memory
 */
public record CgroupUsage(
    OptionalLong cpuNs, OptionalLong memoryBytes, OptionalLong throttledNs, OptionalLong oomKills) {

  static OptionalLong workingSet(OptionalLong charged, OptionalLong inactiveFile) {
    return charged.isPresent() && inactiveFile.isPresent()
        ? OptionalLong.of(Math.max(0, charged.getAsLong() - inactiveFile.getAsLong()))
        : OptionalLong.empty();
  }
}
