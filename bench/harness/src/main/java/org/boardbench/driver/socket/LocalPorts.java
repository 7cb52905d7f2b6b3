package org.boardbench.driver.socket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The local ports that the kernel gives to connections from one address to one server. */
public final class LocalPorts {
  /** Where the kernel has their first and their last. */
  public static final String SETTING = "net.ipv4.ip_local_port_range";

  private static final Path RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  private LocalPorts() {}

  /** How many there are; {@link Long#MAX_VALUE} where that cannot be found out. */
  public static long count() {
    try {
      String[] bounds = Files.readString(RANGE).strip().split("\\s+", -1);
      return Long.parseLong(bounds[1]) - Long.parseLong(bounds[0]) + 1;
    } catch (IOException | RuntimeException e) {
      return Long.MAX_VALUE;
    }
  }
}
