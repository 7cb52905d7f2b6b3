package org.boardbench.driver.io.address;

import org.boardbench.core.KernelSetting;

/** The local ports that the kernel gives to connections from one address to one server. */
public final class LocalPorts {
  /** Where the kernel has their first and their last. */
  public static final String SETTING = "net.ipv4.ip_local_port_range";

  private LocalPorts() {}

  /** How many there are; {@link Long#MAX_VALUE} where that cannot be found out. */
  public static long count() {
    long last = KernelSetting.number(SETTING, 1, -1);
    return last < 0 ? Long.MAX_VALUE : last - KernelSetting.number(SETTING, 0, last) + 1;
  }
}
