package org.boardbench.report;

import java.util.List;

/**
 * A server of a synthetic run.
 *
 * @param baseMs RTT at 100 users
 * @param kneeUsers from here on RTT and loss rise steeply
 * @param cpuPerThousand percent of one core for a thousand deliveries a second
 */
record SyntheticServer(
    String name, double baseMs, int kneeUsers, double cpuPerThousand, double mib, boolean redis) {
  static final List<SyntheticServer> ALL =
      List.of(
          new SyntheticServer("fastapi", 2.1, 500, 3.6, 62, false),
          new SyntheticServer("spring-websocket", 0.9, 5000, 0.62, 430, false),
          new SyntheticServer("node-ws-cluster-redis", 3.2, 900, 1.4, 390, true),
          new SyntheticServer("node-ws", 0.7, 5000, 0.8, 64, false),
          new SyntheticServer("fastapi-workers-redis", 3.9, 650, 2.9, 240, true),
          new SyntheticServer("spring-stomp", 1.1, 5000, 0.7, 480, false));
  static final SyntheticServer FLOOR = new SyntheticServer("reference", 0.2, 5000, 0.3, 60, false);

  SyntheticServer named(String other) {
    return new SyntheticServer(other, baseMs, kneeUsers, cpuPerThousand, mib, redis);
  }

  SyntheticServer slower(String other) {
    return new SyntheticServer(other, 1.7 * baseMs, kneeUsers, 1.5 * cpuPerThousand, mib, redis);
  }

  /** How far it is beyond what it can do; 0 below its knee. */
  double overload(int users) {
    return users < kneeUsers ? 0 : 1 + 6.0 * (users - kneeUsers) / 1000;
  }

  /** In ms. */
  double rtt(int users) {
    double overload = overload(users);
    return baseMs * (1 + users / 250.0) * (overload > 0 ? 900 * overload : 1);
  }

  /** In percent of one core, for so many deliveries a second. */
  double cpu(double received) {
    double cores = name.equals("fastapi") ? 100 : 380;
    return Math.min(cores, 3 + cpuPerThousand * received / 1000);
  }
}
