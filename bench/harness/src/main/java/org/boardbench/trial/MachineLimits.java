package org.boardbench.trial;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.boardbench.plan.Problem;

/**
 * What this machine lets one process have that each user takes one of.
 *
 * @param openFiles most files that a process may have open; the JVM has raised it to the hard limit
 *     already, and servers inherit it
 * @param openNow files that this process has open
 * @param ports local ports for connections to one address
 */
record MachineLimits(long openFiles, long openNow, long ports) {
  private static final Path PORT_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  /** Logs, results and the pipes of a server. */
  private static final int OTHER_FILES = 64;

  /** What cannot be found out limits nothing here. */
  static MachineLimits here() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? new MachineLimits(
            unix.getMaxFileDescriptorCount(), unix.getOpenFileDescriptorCount(), localPorts())
        : new MachineLimits(Long.MAX_VALUE, 0, localPorts());
  }

  List<Problem> problems(int users) {
    List<Problem> problems = new ArrayList<>();
    long files = users + openNow + OTHER_FILES;
    if (files > openFiles) {
      problems.add(
          new Problem(
              "users",
              String.format(
                  Locale.ROOT,
                  "%d need about %d open files, the limit is %d; raise it (ulimit -n %d) or take fewer",
                  users,
                  files,
                  openFiles,
                  files)));
    }
    if (users > ports) {
      problems.add(
          new Problem(
              "users",
              String.format(
                  Locale.ROOT,
                  "%d need as many local ports, %s has %d; widen it (sysctl) or take fewer",
                  users,
                  "net.ipv4.ip_local_port_range",
                  ports)));
    }
    return problems;
  }

  private static long localPorts() {
    try {
      String[] bounds = Files.readString(PORT_RANGE).strip().split("\\s+", -1);
      return Long.parseLong(bounds[1]) - Long.parseLong(bounds[0]) + 1;
    } catch (IOException | RuntimeException e) {
      return Long.MAX_VALUE;
    }
  }
}
