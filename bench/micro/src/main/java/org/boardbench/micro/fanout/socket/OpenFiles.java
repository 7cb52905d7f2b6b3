package org.boardbench.micro.fanout.socket;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many files and sockets this process may still open. */
final class OpenFiles {
  private OpenFiles() {}

  /**
   * Knows nothing, and so refuses nothing, where the system has no such limit.
   *
   * @throws IllegalStateException when there are fewer
   */
  static void require(long needed) {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
      long free = system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount();
      if (free < needed) {
        throw new IllegalStateException(
            "%d open files are needed, %d are free of %d: raise the limit with ulimit -n"
                .formatted(needed, free, system.getMaxFileDescriptorCount()));
      }
    }
  }
}
