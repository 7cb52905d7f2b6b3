package org.boardbench.baseline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured, and for how long.
 *
 * @param accountLoads of {@code loads} those where the cost of the account and of kernel times is
 *     measured too
 * @param loopLoads of {@code loads} those where the driver is measured on {@code otherLoops} too
 * @param otherLoops the driver on loops that are not its usual one, and that this machine has
 * @param rounds measurements of each client under each load, in turn
 * @param warmUp load before each hold; the driver's users join during it
 * @param serverCpu the server's core, {@code clientCpu} that of whatever makes the load
 */
record Settings(
    List<Load> loads,
    List<Load> accountLoads,
    List<Load> loopLoads,
    List<Client> otherLoops,
    int rounds,
    Duration warmUp,
    Duration hold,
    String serverCpu,
    String clientCpu) {
  Settings {
    loads = List.copyOf(loads);
    accountLoads = List.copyOf(accountLoads);
    loopLoads = List.copyOf(loopLoads);
    otherLoops = List.copyOf(otherLoops);
  }

  /** Who makes {@code load}, in order. */
  List<Client> clients(Load load) {
    List<Client> clients = new ArrayList<>(List.of(Client.C, Client.DRIVER));
    if (accountLoads.contains(load)) {
      clients.addAll(List.of(Client.C_WITH_KERNEL_TIMES, Client.DRIVER_WITHOUT_ACCOUNT));
    }
    if (loopLoads.contains(load)) {
      clients.addAll(otherLoops);
    }
    return clients;
  }

  /** How many measurements that is. */
  int measurements() {
    return rounds * loads.stream().mapToInt(load -> clients(load).size()).sum();
  }
}
