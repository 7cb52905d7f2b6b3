package org.boardbench.baseline;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What is measured, and for how long.
 *
 * @param accountLoads of {@code loads} those where the cost of the account and of kernel times is
 *     measured too
 * @param rounds measurements of each client under each load, in turn
 * @param warmUp load before each hold; the driver's users join during it
 * @param serverCpu the server's core, {@code clientCpu} that of whatever makes the load
 */
record Settings(
    List<Load> loads,
    List<Load> accountLoads,
    int rounds,
    Duration warmUp,
    Duration hold,
    String serverCpu,
    String clientCpu) {
  Settings {
    loads = List.copyOf(loads);
    accountLoads = List.copyOf(accountLoads);
  }

  /** Who makes {@code load}, in order. */
  List<Client> clients(Load load) {
    return accountLoads.contains(load)
        ? Arrays.asList(Client.values())
        : List.of(Client.C, Client.DRIVER);
  }

  /** How many measurements that is. */
  int measurements() {
    return rounds * loads.stream().mapToInt(load -> clients(load).size()).sum();
  }
}
