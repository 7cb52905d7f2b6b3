package org.boardbench.baseline;

import java.time.Duration;
import java.util.List;

/**
 * What is measured, and for how long.
 *
 * @param rounds measurements of each client under each load, in turn
 * @param warmUp load before each hold; the driver's users join during it
 * @param serverCpu the server's core, {@code clientCpu} that of whatever makes the load
 */
record Settings(
    List<Load> loads,
    int rounds,
    Duration warmUp,
    Duration hold,
    String serverCpu,
    String clientCpu) {
  Settings {
    loads = List.copyOf(loads);
  }
}
